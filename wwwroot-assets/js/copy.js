// A button that copies the field it names. Where the browser keeps the clipboard closed, it stays hidden and the field can be selected.
class CopyButton extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return;
    this.hidden = false;
    // A page drawn live puts this element in before what stands in it, so the click is heard here.
    this.onclick = e => e.target.closest('button') && this.copy();
  }

  async copy() {
    const said = this.querySelector('[role=status]');
    try {
      await navigator.clipboard.writeText(document.getElementById(this.getAttribute('of')).value);
      said.textContent = 'Copied.';
    } catch {
      said.textContent = 'The browser did not allow it. Select the text and copy it.';
    }
  }
}

customElements.define('copy-button', CopyButton);
