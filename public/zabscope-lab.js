/**
 * <zabscope-lab link="#scenario=partition&at=120" theme="dark"></zabscope-lab>
 *
 * Zabscope inside a page: an iframe, and the messages to and from it (docs/embed.md) as methods and events.
 * Load it as a plain script, which may come from any site: <script src="https://…/zabscope-lab.js"></script>
 */
(() => {
  const HERE = new URL('.', document.currentScript.src).href;
  const PROTOCOL = 1;
  const NAMES = ['ready', 'moved', 'finished', 'error'];

  class ZabscopeLab extends HTMLElement {
    static observedAttributes = ['link', 'theme'];

    #frame = null;
    #origin = null;
    #count = 0;
    #waiting = new Map();
    #isReady = false;
    #listen = (event) => this.#hear(event);

    connectedCallback() {
      const address = new URL(this.getAttribute('src') ?? HERE, document.baseURI);
      address.search = `?embed${location.origin === 'null' ? '' : `&host=${encodeURIComponent(location.origin)}`}`;
      const language = this.getAttribute('lang');
      if (language !== null) address.searchParams.set('lang', language);
      address.hash = fragmentOf(this.getAttribute('link') ?? '');
      this.#origin = address.origin;
      this.#frame = document.createElement('iframe');
      this.#frame.title = this.getAttribute('title') ?? 'Zabscope';
      this.#frame.src = address.href;
      this.#frame.allow = 'clipboard-write; fullscreen';
      this.#frame.style.cssText = 'display: block; width: 100%; height: 100%; border: 0';
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const style = document.createElement('style');
      style.textContent = ':host { display: block; width: 100%; height: 480px; min-height: 320px }';
      root.replaceChildren(style, this.#frame);
      window.addEventListener('message', this.#listen);
      const theme = this.getAttribute('theme');
      if (theme !== null) void this.setTheme(theme);
    }

    disconnectedCallback() {
      window.removeEventListener('message', this.#listen);
      for (const { reject } of this.#waiting.values()) reject(new Error('the lab was taken off the page'));
      this.#waiting.clear();
      this.#isReady = false;
    }

    attributeChangedCallback(name, before, value) {
      if (this.#frame === null || before === value || value === null) return;
      void (name === 'link' ? this.open(value) : this.setTheme(value));
    }

    /** A link of Zabscope, or a scenario as an object. Fulfilled with the place it opens at; rejected with what is wrong. */
    open(what) {
      return this.#ask(
        typeof what === 'string' ? { do: 'open', link: fragmentOf(what) } : { do: 'open', scenario: what },
      );
    }

    play() {
      return this.#ask({ do: 'play' });
    }

    pause() {
      return this.#ask({ do: 'pause' });
    }

    toStart() {
      return this.#ask({ do: 'toStart' });
    }

    toEnd() {
      return this.#ask({ do: 'toEnd' });
    }

    /** `{ event: 120 }`, or `{ time: 1500 }` in virtual milliseconds. */
    seek(place) {
      return this.#ask({ do: 'seek', ...place });
    }

    /** One event on; `{ by: -1 }` back, `{ to: 'change' }` to the next change of a phase or vote. */
    step(how = {}) {
      return this.#ask({ do: 'step', ...how });
    }

    /** Of the lesson that is open: `{ step: 3 }`, counted from 1, or `{ go: 'next' }` and `{ go: 'back' }`. */
    lesson(where) {
      return this.#ask({ do: 'lesson', ...where });
    }

    setSpeed(speed) {
      return this.#ask({ do: 'speed', speed });
    }

    /** light, dark or system. */
    setTheme(theme) {
      return this.#ask({ do: 'theme', theme });
    }

    #ask(command) {
      this.#count += 1;
      const message = { zabscope: PROTOCOL, id: this.#count, ...command };
      const answer = new Promise((resolve, reject) => {
        this.#waiting.set(message.id, { message, resolve, reject });
      });
      if (this.#isReady) this.#send(message);
      return answer;
    }

    #send(message) {
      this.#frame.contentWindow.postMessage(message, this.#origin === 'null' ? '*' : this.#origin);
    }

    #hear({ source, origin, data }) {
      if (this.#frame === null || source !== this.#frame.contentWindow || origin !== this.#origin) return;
      if (data?.zabscope !== PROTOCOL) return;
      const { zabscope: _, tells, id, ...detail } = data;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (tells === 'done') waiting?.resolve(detail);
      if (tells === 'error') waiting?.reject(new Error(`${detail.field}: ${detail.message}`));
      if (tells === 'ready') {
        this.#isReady = true;
        for (const { message } of this.#waiting.values()) this.#send(message);
      }
      if (NAMES.includes(tells)) this.dispatchEvent(new CustomEvent(`zabscope-${tells}`, { detail, bubbles: true }));
    }
  }

  function fragmentOf(link) {
    return link.includes('#') ? link.slice(link.indexOf('#')) : '';
  }

  customElements.define('zabscope-lab', ZabscopeLab);
})();
