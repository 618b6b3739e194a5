// A screen on a wall, or a page left open, shows new rows though nobody touches it. Loaded by components/language.py on every run; it
// begins once.

if (!window.pageStaysFresh) {
  window.pageStaysFresh = true;

  const EVERY = 40000 + 20000 * Math.random(); // milliseconds; not all screens at once
  const REST = 30000; // for which nothing was touched: who reads or chooses is not disturbed

  let touched = Date.now();
  for (const about of ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"])
    addEventListener(about, () => (touched = Date.now()), { capture: true, passive: true });

  const shown = () => document.querySelector("[data-facts]")?.dataset.facts;

  const look = async () => {
    const app = document.querySelector(".stApp");
    if (document.hidden || Date.now() - touched < REST || document.querySelector('[role="dialog"]')) return;
    if (!shown() || app?.dataset.testConnectionState !== "CONNECTED") return;
    const answer = await fetch("./facts", { cache: "no-store" }).catch(() => null); // a server that is away comes back
    const now = answer?.ok ? await answer.text() : "";
    if (!now || now === shown()) return;
    // The server is asked anew, as by Back to the same address: nothing is scrolled, and what has the focus keeps it. While the address
    // names a part of the page, Streamlit takes it for a step within the page, and asks for nothing.
    const [address, top] = [location.href, document.querySelector('[data-testid="stMain"]')?.scrollTop];
    history.replaceState(history.state, "", location.pathname + location.search);
    dispatchEvent(new PopStateEvent("popstate", { state: { ...history.state, top } }));
    history.replaceState(history.state, "", address);
  };

  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
