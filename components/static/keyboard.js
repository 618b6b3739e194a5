// For whoever reads without a mouse, or without seeing: ways past long sections, a focus that is never lost, and a message of what has
// changed. Loaded by components/language.py on every run; listeners are added once. Whatever is added to the page is put right anew
// each time that the page rests, as Streamlit may have drawn it anew.

if (!window.keyboardIsServed) {
  window.keyboardIsServed = true;

  const MANY = 7; // stops of a section that is worth a way past it
  const PAGE = 56; // stops of a page through which one can be asked to go: with those of the browser and of Streamlit, sixty

  const words = () => JSON.parse(document.getElementById("page-language")?.dataset.keys ?? "{}");
  const main = () => document.querySelector('[data-testid="stMain"]');
  const app = () => document.querySelector(".stApp");
  const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]:not(main), [contenteditable="true"]';
  const stops = (within) =>
    [...(within?.querySelectorAll(STOPS) ?? [])].filter(
      (one) => one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]") && one.checkVisibility({ visibilityProperty: true }),
    );
  const said = (one) => (one.getAttribute("aria-label") ?? one.textContent).trim();
  const isBefore = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

  // Landmarks that Streamlit's page lacks.
  const landmarks = ({ navigation, find, foot } = {}) => {
    const marked = (one, role, name) => {
      if (!one || !name) return;
      one.setAttribute("role", role);
      one.setAttribute("aria-label", name);
    };
    marked(document.querySelector(".st-key-navigation"), "navigation", navigation);
    marked(document.querySelector(".st-key-find"), "search", find);
    // No `contentinfo`: Streamlit draws it within the main part, where that landmark must not stand.
    marked(document.querySelector(".st-key-foot"), "region", foot);
    // Which page it is Streamlit says by looks alone. The address of the Overview is empty, and so relative to any page.
    const here = location.pathname.split("/").pop();
    for (const link of document.querySelectorAll(".st-key-navigation a")) {
      const to = link.getAttribute("href").split("?")[0].replace(/^.*\/|^\.$/, "");
      to === here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
    }
  };

  // Streamlit runs the page anew on a bare R, wherever one is: whoever dictates, or walks a page by letters, has not asked for that.
  document.body.addEventListener("keydown", (event) => {
    const isShortcut = event.key.toLowerCase() === "r" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isShortcut) event.stopPropagation();
  });

  // A folded sidebar lies beside the window, and a folded text is there to be read out only: no stop is in either.
  const unseen = () => {
    for (const side of document.querySelectorAll('[data-testid="stSidebar"]')) side.inert = side.dataset.collapsed === "true";
    for (const folded of document.querySelectorAll(".in-words")) {
      const text = folded.closest('[class*="st-key-foot-"] > *')?.nextElementSibling;
      for (const link of text?.querySelectorAll("a[href]") ?? []) link.tabIndex = folded.open ? 0 : -1;
    }
  };
  document.addEventListener("toggle", unseen, true);
  const isClipped = (one) => {
    if (!one) return false;
    const { clipPath, overflowY } = getComputedStyle(one);
    return clipPath !== "none" || (overflowY === "hidden" && one.clientHeight < 3) || isClipped(one.parentElement);
  };
  const unseenHeadings = () => {
    for (const link of document.querySelectorAll('[data-testid="stHeaderActionElements"] a')) link.tabIndex = isClipped(link) ? -1 : 0;
  };

  // A way past every long section of a page that has more stops than one should have to go through.
  const headings = () => [...(main()?.querySelectorAll("h1, h2, h3") ?? [])].filter((one) => !one.closest(".st-key-found") && one.checkVisibility());
  const level = (heading) => Number(heading.localName[1]);
  const past = (wording) => {
    const wanted = new Map(); // heading → to which heading its way leads, or to nothing: the foot
    const [all, titles] = [stops(main()).filter((one) => !one.matches(".skips")), headings()];
    if (document.querySelectorAll(".stApp").length && stops(document.body).filter((one) => !one.matches(".skips")).length > PAGE)
      for (const [at, title] of titles.entries()) {
        if (level(title) === 1) continue;
        const next = titles.slice(at + 1).find((other) => level(other) <= level(title));
        const inside = all.filter((one) => isBefore(title, one) && !title.contains(one) && !(next && (next.contains(one) || isBefore(next, one))));
        if (inside.length > MANY) wanted.set(title, next);
      }
    const kept = new Set();
    for (const [title, next] of wanted) {
      // Beside the heading and never within it, whose name it would lengthen; where Streamlit draws the heading, after all that it drew.
      const isOurs = title.closest(".stHtml");
      let link = isOurs ? title.nextElementSibling : title.parentElement.lastElementChild;
      if (!link?.matches(".skips")) {
        link = Object.assign(document.createElement("a"), { className: "skips", href: "#" });
        isOurs ? title.after(link) : title.parentElement.append(link);
      }
      const text = next ? wording.past?.replace("{heading}", () => next.textContent.trim()) : wording.end;
      if (link.textContent !== text) link.textContent = text;
      if (link !== document.activeElement) link.classList.toggle("from-unseen", isClipped(title)); // which is seen with it
      link.leadsTo = next;
      kept.add(link);
    }
    for (const link of document.querySelectorAll(".skips")) if (!kept.has(link)) link.remove();
  };
  const goTo = (heading, options) => {
    if (!heading) return;
    if (heading.tabIndex < 0) heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    if (options?.scroll !== false) heading.scrollIntoView({ block: "start", behavior: "instant" });
  };
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a.skips");
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      const { leadsTo } = link;
      leadsTo?.isConnected ? goTo(leadsTo) : stops(document.querySelector(".st-key-foot"))[0]?.focus();
    },
    true,
  );

  // Where the reader is. What was focused may be drawn anew or be gone once the page rests: the focus goes to the same thing if it is
  // there, else to what stands in its place, else to the heading of the section, else to that of the page.
  const isKey = (name) => name.startsWith("st-key-");
  let [last, byKeys, isLeaving] = [null, false, false];
  addEventListener("keydown", (event) => ([byKeys, isLeaving] = [true, event.key === "Tab"]), true);
  // Who clicks beside everything, or goes on from the last stop to the browser's own, has left of their own will.
  addEventListener("pointerdown", () => ([last, byKeys, isLeaving] = [null, false, false]), true);
  document.addEventListener(
    "focusin",
    ({ target }) => {
      const around = [];
      for (let one = target; one && one !== document.body; one = one.parentElement)
        around.push(...[...one.classList].filter(isKey).map((name) => `.${CSS.escape(name)}`));
      const above = headings().findLast((one) => isBefore(one, target));
      isLeaving = false;
      // A popover stands at the end of the document: what is lost with it is found at its button, not at the last heading.
      const openedBy = target.closest(POPOVER) && opener();
      last = { target, around, name: said(target), controls: target.getAttribute("aria-controls"), section: above?.id, openedBy };
    },
    true,
  );
  const instead = ({ target, around, name, controls, section, openedBy }) => {
    if (openedBy?.isConnected) return openedBy;
    if (controls) {
      const others = [...document.querySelectorAll(`[aria-controls="${CSS.escape(controls)}"]`)].filter((one) => one !== target && !one.closest("[inert]"));
      if (others.length) return others[0]; // though it may still be on its way into sight
    }
    for (const [at, key] of around.entries()) {
      // A way past a section stands for nothing that was drawn, and whoever uses a mouse has not asked for it.
      const there = stops(document.querySelector(key)).filter((one) => !one.matches(".skips") || target.matches(".skips"));
      const same = there.find((one) => one.localName === target.localName && said(one) === name);
      if (same ?? (at === 0 && there[0])) return same ?? there[0];
    }
    return (section && document.getElementById(section)) || main()?.querySelector("h1");
  };

  // Who followed a link goes on from where it led: the part that it names, or the heading of the page.
  let followed = null;
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.('a[href]:not(.skips), [class*="st-key-follow-"] button');
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.detail) followed = { link, path: location.pathname };
    },
    true,
  );
  for (const about of ["keydown", "pointerdown"]) addEventListener(about, () => (followed = null), true); // the reader has gone on
  const isLost = () => (document.activeElement ?? document.body) === document.body && last && !isLeaving;
  const stands = (one) => one.isConnected && one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]");
  const keepFocus = () => {
    const isThere = last && stands(last.target);
    const hasMoved = followed && (followed.path !== location.pathname || (location.hash && window.partOfAddress?.()));
    const hasLed = followed && ((isLost() && !isThere) || (hasMoved && document.activeElement === followed.link));
    if (hasLed) {
      const named = window.partOfAddress?.();
      // The part that the link names may come after the page rests for a moment.
      if (!named && location.hash && (followed.tries = (followed.tries ?? 0) + 1) < 30) return void setTimeout(keepFocus, 100);
      followed = null;
      goTo(named ?? main()?.querySelector("h1"), { scroll: false });
      if (!named) main()?.scrollTo({ top: 0, behavior: "instant" });
    } else if (isLost() && isThere) last.target.focus({ preventScroll: !byKeys }); // not yet, where it is disabled while a file is made
    else if (isLost()) {
      const to = instead(last);
      to?.matches("h1, h2, h3") ? goTo(to, { scroll: byKeys }) : to?.focus({ preventScroll: !byKeys });
      if (isLost() && (last.tries = (last.tries ?? 0) + 1) < 10) setTimeout(keepFocus, 100); // what slides into sight takes no focus before
    }
  };

  // A popover stands at the end of the document, far from its button: who opens it by the keyboard is in it, and who leaves it is back.
  const POPOVER = '[data-testid="stPopoverBody"]';
  const opener = () => document.querySelector('[data-testid="stPopover"] button[aria-expanded="true"]');
  const enter = () => {
    const open = document.querySelector(POPOVER);
    if (!open || !byKeys || document.activeElement !== opener()) return;
    open.tabIndex = -1;
    open.focus();
  };
  document.addEventListener(
    "keydown",
    (event) => {
      const open = event.target.closest?.(POPOVER);
      if (!open || event.key !== "Tab") return;
      const inside = stops(open);
      const isAtEdge = event.shiftKey ? event.target === open || event.target === inside[0] : event.target === (inside.at(-1) ?? open);
      const button = opener();
      if (!isAtEdge || !button) return;
      button.focus();
      button.click();
      if (event.shiftKey) event.preventDefault(); // else the browser goes on from the button to what follows it
    },
    true,
  );

  // What has changed is told to those who do not see it, once: which filters are on, what was found, and what the page says now; of
  // another page, its title. All of it stands on the page.
  const region = Object.assign(document.createElement("div"), { className: "is-read-out" });
  region.setAttribute("role", "status");
  document.body.append(region);
  let told = null;
  const read = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
  const tell = (wording) => {
    const titles = headings().map((one) => one.textContent.trim());
    if (!titles.length) return;
    const now = {
      path: location.pathname,
      on: read('.st-key-what-is-on [data-testid="stMarkdown"]'),
      found: read('.st-key-found-head [data-testid="stMarkdown"]'),
      titles,
    };
    const before = told;
    told = now;
    if (!before) return;
    const parts = [];
    if (now.path !== before.path) parts.push(document.title);
    else {
      if (now.on !== before.on) parts.push(now.on || wording.none);
      if (now.found !== before.found && now.found) parts.push(now.found);
      const news = titles.find((title) => !before.titles.includes(title));
      if (news) parts.push(news);
    }
    if (parts.length) region.replaceChildren(...parts.map((part) => Object.assign(document.createElement("p"), { textContent: part })));
  };

  let waiting;
  const rests = () => {
    if (app()?.dataset.testScriptState !== "notRunning" || app().dataset.testConnectionState !== "CONNECTED") return;
    const wording = words();
    landmarks(wording);
    unseen();
    unseenHeadings();
    past(wording);
    keepFocus();
    tell(wording);
  };
  new MutationObserver((changes) => {
    if (changes.every(({ target }) => region.contains(target))) return;
    unseen();
    enter();
    waiting ??= setTimeout(() => ((waiting = null), rests()), 80);
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ["data-test-script-state", "data-test-connection-state", "data-collapsed", "disabled"],
  });
  rests();
}
