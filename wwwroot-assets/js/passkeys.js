// A passkey as one more way to fill a form: ask the server for the options, the browser for the passkey, then submit.
const able =
  typeof PublicKeyCredential !== 'undefined' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

class PasskeyButton extends HTMLElement {
  #asking;

  connectedCallback() {
    if (!able) return;
    this.hidden = false;
    this.form = this.closest('form');
    this.form.addEventListener('submit', event => {
      if (this.field.value) return;
      event.preventDefault();
      this.ask();
    });
    if (this.hasAttribute('autofill')) this.offer();
  }

  disconnectedCallback() {
    this.#asking?.abort();
  }

  get field() {
    return this.querySelector('input[name=Credential]');
  }

  async offer() {
    if (await PublicKeyCredential.isConditionalMediationAvailable?.()) await this.ask('conditional');
  }

  async ask(mediation) {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    try {
      const use = this.getAttribute('use');
      const answer = await fetch(`/api/passkeys/${use}`, {
        method: 'POST',
        headers: { RequestVerificationToken: this.getAttribute('token') },
        body: use === 'new' ? new URLSearchParams(new FormData(this.form)) : undefined,
        signal: asking.signal,
      });
      const options = await answer.json().catch(() => ({}));
      if (!answer.ok) throw new Error(options.sentence ?? 'The server did not answer. Reload the page and try again.');
      const credential =
        use === 'new'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal: asking.signal })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation, signal: asking.signal });
      this.field.value = JSON.stringify(credential);
      this.form.requestSubmit();
    } catch (error) {
      if (error.name === 'AbortError' || mediation) return;
      const said = this.querySelector('.error');
      said.textContent = error.name === 'NotAllowedError' ? 'No passkey was chosen.' : error.message;
      said.hidden = false;
    }
  }
}

customElements.define('passkey-button', PasskeyButton);
