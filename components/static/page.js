// What Streamlit's own page does not do. Loaded by components/language.py on every run; listeners are added once.

// Streamlit's page says lang="en" whatever we speak. Screen readers and hyphenation need the truth.
document.documentElement.lang = document.getElementById("page-language")?.dataset.language ?? "en";

if (!window.pageIsMended) {
  window.pageIsMended = true;

  // The first page's link is "?country=MEX": opened in a new tab, it would lead to the page on which it stands.
  const rooted = (event) => {
    const link = event.target.closest?.('a[data-testid="stPageLink-NavLink"]');
    const href = link?.getAttribute("href");
    if (href === "" || href?.startsWith("?")) link.setAttribute("href", `./${href}`);
    return link;
  };
  for (const about of ["pointerdown", "focusin"]) document.addEventListener(about, rooted, true);

  // A click with a modifier is the browser's: Streamlit would take it for a plain one.
  document.addEventListener(
    "click",
    (event) => {
      if (rooted(event) && (event.ctrlKey || event.metaKey || event.shiftKey)) event.stopPropagation();
    },
    true,
  );

  // What is drawn says where a link leads and what it sets; what every link carries on is added when it is about to be used, so that
  // one drawing serves whatever the filters are. An empty value lifts a key. Where no script runs, figures/view.py does the same.
  const ours = ':is(.stHtml, [data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"]) a[href]';
  const mended = new WeakMap();
  const leads = (link) => {
    const now = link.getAttribute("href");
    const bare = mended.get(link)?.now === now ? mended.get(link).bare : now;
    if (!/^(\.|(?!present\b)[a-z-]+)([?#]|$)/.test(bare)) return null; // no page of ours; the presentation is no page of Streamlit's
    const to = new URL(bare, location);
    const { carried, own } = document.querySelector("[data-carried]")?.dataset ?? {};
    const query = new URLSearchParams(to.pathname === location.pathname ? [carried, own].filter(Boolean).join("&") : (carried ?? ""));
    for (const key of new Set(to.searchParams.keys())) {
      query.delete(key);
      for (const value of to.searchParams.getAll(key)) if (value) query.append(key, value);
    }
    to.search = query;
    const whole = bare.replace(/[?#].*/, "") + to.search + to.hash;
    link.setAttribute("href", whole);
    mended.set(link, { bare, now: whole });
    return to;
  };
  const carry = (event) => {
    const link = event.target.closest?.(ours);
    if (link) leads(link);
  };
  for (const about of ["pointerover", "focusin", "click"]) document.addEventListener(about, carry, true);
  addEventListener("beforeprint", () => document.querySelectorAll(ours).forEach(leads));

  // What a link leads to is in sight: what it is folded into is opened.
  const reach = (part) => {
    if (!part) return;
    const around = part.closest('[class*="st-key-fold-"]')?.querySelector("details.fold");
    for (const folded of [around, part.closest("details")]) if (folded) folded.open = true;
    part.scrollIntoView();
  };

  // A link of ours leads to another view: the page is not loaded anew for it, nor in another tab, as Streamlit would a link of a text.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(ours);
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = leads(link);
    // Another language is another document: Streamlit's own words are said anew in it.
    if (!to || link.hreflang || (to.hash && to.search === location.search && to.pathname === location.pathname)) return;
    event.preventDefault();
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  });

  // The page scrolls in a part of its own, and comes later than its address: so the browser neither goes to the part that a link names,
  // nor back to where the reader was when a link was followed.
  const scrolled = () => document.querySelector('[data-testid="stMain"]');
  const part = () => {
    try {
      const name = decodeURIComponent(location.hash.slice(1));
      // Streamlit knows headings by their id, and what they stand in by a class.
      return name ? document.querySelector(`#${CSS.escape(name)}, .st-key-${CSS.escape(name)}`) : null;
    } catch {
      return null; // a stray % in the address
    }
  };
  window.partOfAddress = part; // where components/static/keyboard.js leads who followed a link by the keyboard

  // What was come to is kept in sight until the page has run and rests, as what stands above may still come and push it down, unless
  // the reader moves first.
  const isAtRest = () => document.querySelector(".stApp")?.dataset.testScriptState === "notRunning";
  let settle = () => {};
  const keep = (show, isThere) => {
    settle();
    const again = setInterval(show, 200);
    let ended;
    const look = () => {
      const isDone = isThere();
      show();
      if (isDone) return (ended ??= setTimeout(stop, 1500));
      clearTimeout(ended); // another page came in between
      ended = undefined;
    };
    const rests = new MutationObserver(look);
    const moves = ["wheel", "touchstart", "pointerdown", "keydown"];
    const stop = () => {
      clearInterval(again);
      clearTimeout(ended);
      rests.disconnect();
      for (const moved of moves) removeEventListener(moved, stop, true);
    };
    settle = stop;
    for (const moved of moves) addEventListener(moved, stop, true);
    rests.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-test-script-state"] });
    look();
    setTimeout(stop, 15000);
  };
  const land = (hasRun) => {
    const isThere = () => {
      hasRun ||= !isAtRest();
      return hasRun && isAtRest() && part();
    };
    keep(() => reach(part()), isThere);
    setTimeout(() => (hasRun ||= Boolean(part())), 1500); // within the page nothing runs
  };

  // Every entry of the history knows what was drawn and how far down the reader was when it was left. Streamlit goes to the top before
  // it changes the address, so that is noted when something is clicked or typed, which is all that changes it.
  const drawn = () => {
    const { page, carried, own } = document.querySelector("[data-carried]")?.dataset ?? {};
    return [page, carried, own].join("?");
  };
  const place = () => ({ top: scrolled()?.scrollTop, drawn: drawn() });
  let left;
  for (const about of ["click", "keydown"]) addEventListener(about, () => (left = place()), true);
  const remember = (what) => history.replaceState({ ...history.state, ...what }, "");
  const push = history.pushState.bind(history);
  history.pushState = (...what) => {
    settle();
    remember(left);
    push(...what);
  };
  addEventListener("pagehide", () => remember(place()));
  document.addEventListener(
    "click",
    (event) => {
      const to = event.target.closest?.("a[href]")?.getAttribute("href");
      if (to?.startsWith("#") && !event.ctrlKey && !event.metaKey && !event.shiftKey) remember(left);
    },
    true,
  );
  // The view that is left is not moved meanwhile, nor another one bit by bit while it comes. That a run is on may never be seen, where
  // its messages come all at once: so what is drawn tells.
  const goBackTo = (to) => {
    const low = () => Math.min(to.top, scrolled() ? scrolled().scrollHeight - scrolled().clientHeight : 0);
    const isHere = () => drawn() === to.drawn;
    const isHigh = () => low() >= to.top - 1;
    const show = () => isHere() && (isAtRest() || isHigh()) && scrolled()?.scrollTo({ top: low(), behavior: "instant" });
    keep(show, () => isHere() && isHigh() && isAtRest());
  };
  addEventListener("popstate", (event) => {
    settle();
    if (event.state?.top !== undefined) goBackTo(event.state);
    else if (location.hash) requestAnimationFrame(() => land());
  });
  if (location.hash) land(true);
  else if (history.state?.top) goBackTo(history.state);

  // A file that takes a while is asked for without leaving the page, which says so until it is there.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.(".stHtml a.takes");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const said = link.parentElement.querySelector('[role="status"]');
    const { making, later, made, failed } = link.closest(".offers").querySelector("[data-making]").dataset;
    if (said.dataset.busy) return;
    said.dataset.busy = "1";
    said.textContent = making;
    try {
      let answer = await fetch(link.href);
      while (answer.status === 202) {
        // It takes minutes: asked for again and again, so that nothing on the way cuts a connection that says nothing.
        said.textContent = later;
        await new Promise((rested) => setTimeout(rested, 5000));
        answer = await fetch(link.href);
      }
      if (!answer.ok) throw new Error(answer.status);
      const file = await answer.blob();
      const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition"))?.[1] ?? "";
      const there = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
      there.click();
      setTimeout(() => URL.revokeObjectURL(there.href), 60000);
      const size = new Intl.NumberFormat(document.documentElement.lang).format(Math.max(1, Math.round(file.size / 1000)));
      said.textContent = made.replace("{size}", `${size} kB`);
    } catch {
      said.textContent = failed;
    }
    delete said.dataset.busy;
  });

  // A button that prints the page. What is folded for the screen alone is opened by the style sheet.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".stHtml .prints")) print();
  });

  // One click copies the link to the view. Where the browser lets no page copy, the link is shown instead, selected, until the reader
  // is done with it. Streamlit does not hear of the click: nothing of the page changes.
  const copies = ".st-key-copies button";
  document.addEventListener(
    "click",
    async (event) => {
      const button = event.target.closest?.(copies);
      if (!button) return;
      event.stopPropagation();
      const place = button.closest(".st-key-copy-link");
      const link = place.querySelector("input");
      const said = place.querySelector('[role="status"]');
      const put = navigator.clipboard?.writeText(link.value);
      let copied = await (put?.then(() => true, () => false) ?? false);
      if (!copied) {
        link.hidden = false;
        link.focus();
        link.select();
        copied = document.execCommand("copy"); // all that a page without https may do
      }
      if (copied && !link.hidden) {
        link.hidden = true;
        button.focus();
      }
      said.textContent = copied ? said.dataset.copied : said.dataset.byHand;
      if (copied) setTimeout(() => (said.textContent = ""), 6000);
    },
    true,
  );
  const done = (link) => {
    link.hidden = true;
    link.parentElement.querySelector('[role="status"]').textContent = "";
  };
  document.addEventListener("focusout", (event) => {
    if (event.target.matches?.(".st-key-copy-link input")) done(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !event.target.matches?.(".st-key-copy-link input")) return;
    event.preventDefault(); // what was found stays open
    document.querySelector(copies)?.focus();
  }, true);

  // Streamlit washes SVG out of HTML, so a drawing comes as an image (figures/ink/marks.py). Before it is painted the same SVG takes
  // its place: in the page itself its words have the page's type, and its links and titles work.
  const put = () => {
    for (const image of document.querySelectorAll(".stHtml img.drawing")) {
      const drawn = decodeURIComponent(image.getAttribute("src").replace(/^[^,]*,/, ""));
      const svg = new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement;
      if (svg.localName !== "svg") continue;
      svg.setAttribute("class", "drawing");
      image.replaceWith(document.adoptNode(svg));
    }
  };
  new MutationObserver(put).observe(document.body, { childList: true, subtree: true });
  put();

  // Streamlit's own words in the reader's language (components/own_words.py): where an attribute or a text is one of them and nothing
  // of ours. "Remove {rest}" stands for "Remove Mexico".
  const { everywhere: own = {}, within = {} } = JSON.parse(document.getElementById("page-language")?.dataset.words || "{}");
  const patterns = Object.entries(own).filter(([words]) => words.includes("{rest}")).map(([words, ours]) => [words.split("{rest}"), ours]);
  const inOurs = (text) => {
    if (own[text]) return own[text];
    for (const [[before, after], ours] of patterns)
      if (text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after))
        return ours.replace("{rest}", () => text.slice(before.length, text.length - after.length));
    return null;
  };
  // A word that is Streamlit's in some elements alone, and elsewhere ours.
  const inSome = (text, element) => Object.entries(within).find(([some, words]) => words[text] && element?.matches(some))?.[1][text];
  const LABELS = ["aria-label", "title", "placeholder"];
  const NOT_THEIRS = '.stHtml, [data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"], [data-testid="stHeading"] h1, script, style';
  const sayOne = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue.trim();
      const ours = inOurs(text) ?? inSome(text, node.parentElement);
      if (ours && !node.parentElement?.closest(NOT_THEIRS)) node.nodeValue = ours;
    } else
      for (const label of LABELS) {
        const text = node.getAttribute(label);
        const ours = text !== null && (inOurs(text) ?? inSome(text, node));
        if (ours) node.setAttribute(label, ours);
      }
  };
  const sayAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return sayOne(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(".stHtml")) return;
    const all = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = all.nextNode()) sayOne(node);
  };
  if (Object.keys(own).length) {
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) type === "childList" ? addedNodes.forEach(sayAll) : sayOne(target);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: LABELS });
    sayAll(document.body);
  }

  // How the page began before this script came has given way to the page (components/style/10-outline.css): nothing of it stays,
  // neither for a search in the page nor for a screen reader.
  const begun = document.getElementById("first-paint");
  const clear = setInterval(() => {
    if (begun && getComputedStyle(begun).visibility !== "hidden") return;
    begun?.remove();
    clearInterval(clear);
  }, 100);

  // Escape closes what was found. However it is closed, the keyboard is back where it was asked for, unless the reader is on the page
  // already, which what was found lay over.
  const close = ".st-key-found-close button";
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) document.querySelector(close)?.click();
  });
  document.addEventListener("click", (event) => {
    const at = document.activeElement ?? document.body;
    if (event.target.closest?.(close) && (at === document.body || at.closest(".st-key-found"))) document.querySelector(".st-key-find input")?.focus();
  });

  // A sidebar that lies over the page gives way once something in it has been chosen to go to.
  document.addEventListener("click", (event) => {
    if (innerWidth < 1100 && event.target.closest?.('.st-key-navigation a'))
      document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  });

  // On a phone it lies over nearly all of it: a filter that is chosen there by hand shows at once what it leaves. Years are drawn to
  // at both ends, so these wait until the reader is done.
  document.addEventListener(
    "click",
    (event) => {
      const chosen = '.st-key-objective button, [data-testid="stMultiSelectDropdown"] [role="option"]';
      if (innerWidth > 768 || !event.detail || !event.target.closest?.(chosen)) return;
      const close = '[data-testid="stSidebar"][data-collapsed="false"] [data-testid="stSidebarCollapseButton"] button';
      setTimeout(() => document.querySelector(close)?.click()); // once it is chosen: Streamlit's buttons hear of it after us
    },
    true,
  );

  // Where the system turns from light to dark, Streamlit recolours its own page at once, but the server draws what it draws in the
  // colours of a theme: it is asked anew, as by Back to the same address, once Streamlit knows. What is printed is light for a moment,
  // and by then dark again.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let isDrawnDark = dark.matches;
  dark.addEventListener("change", () =>
    setTimeout(() => {
      if (isDrawnDark === dark.matches) return;
      isDrawnDark = dark.matches;
      dispatchEvent(new PopStateEvent("popstate", { state: { ...history.state, ...place() } }));
    }, 250),
  );

  // After an outage the browser has the page made anew (components/outage.py). Until that is done nothing can be used: a server
  // that was restarted does not know yet what there is to choose from, and would lose the choice.
  const app = document.querySelector(".stApp");
  const is = () => ({
    connected: app.dataset.testConnectionState === "CONNECTED",
    running: app.dataset.testScriptState === "running",
  });
  let was = is();
  new MutationObserver(() => {
    const now = is();
    if (now.connected && !was.connected) {
      app.inert = true;
      // Should a run be over before it was seen to be on.
      setTimeout(() => (app.inert &&= is().running), 3000);
    }
    if (was.running && !now.running) app.inert = false;
    was = now;
  }).observe(app, { attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
}
