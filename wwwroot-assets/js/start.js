// Starts the live page. Its connection is opened as a WebSocket straight away, without asking first what the server offers: one wait less
// before a click is heard. Where something on the way lets no WebSocket through, the page is loaded once more and asks from then on.
(() => {
  const refused = "websockets-refused";
  let heard = false;

  class Straight extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols);
      this.addEventListener("open", () => (heard = true));
      this.addEventListener("error", () => heard || ask());
    }
  }

  async function ask() {
    const there = await fetch("/healthz").then(answer => answer.ok, () => false);
    if (!there) return;
    sessionStorage.setItem(refused, "yes");
    location.reload();
  }

  document.addEventListener("DOMContentLoaded", () =>
    Blazor.start({
      circuit: {
        // No library here brings scripts that want to run first, so the server is not asked for their names.
        initializers: { beforeStart: [], afterStarted: [] },
        configureSignalR: connection => {
          if (!sessionStorage.getItem(refused)) connection.withUrl("_blazor", { skipNegotiation: true, transport: 1, WebSocket: Straight });
        },
      },
    })
  );
})();
