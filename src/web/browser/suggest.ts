import type { SearchAnswer } from '../../queries/answers.js';
import { markedName } from '../../queries/search-marks.js';
import { suggest as english } from '../texts/en/suggest.js';
import { suggest as french } from '../texts/fr/suggest.js';

const LANGUAGE = document.documentElement.lang;
const TEXTS = LANGUAGE === 'en' ? english : french;
/** After the last key, in milliseconds. */
const PAUSE = 120;
const LIMIT = 8;
/** From this many characters on. */
const ENOUGH = 2;

/** Makes the field of a search suggest while somebody types, once: an ARIA combobox with a list of links. */
export function suggestIn(field: HTMLInputElement): void {
  if (field.role === 'combobox') return;
  const suggestions = new Suggestions(field);
  // what was typed while this script was on its way
  if (field.value !== field.defaultValue) suggestions.ask();
}

class Suggestions {
  private readonly list = document.createElement('div');
  private readonly status = document.createElement('div');
  private options: HTMLAnchorElement[] = [];
  private active = -1;
  private timer = 0;
  private request = new AbortController();

  constructor(private readonly field: HTMLInputElement) {
    const { list, status } = this;
    Object.assign(list, {
      id: `${field.id}-suggestions`,
      role: 'listbox',
      className: 'suggest',
      ariaLabel: TEXTS.list,
    });
    Object.assign(status, { role: 'status', className: 'sr' });
    field.form?.append(list, status);
    Object.assign(field, { role: 'combobox', ariaAutoComplete: 'list' });
    field.setAttribute('aria-controls', list.id);
    this.show([]);
    field.addEventListener('input', () => {
      this.ask();
    });
    field.addEventListener('keydown', (event) => {
      if (!event.isComposing && this.takes(event.key)) event.preventDefault();
    });
    field.addEventListener('blur', () => {
      this.close();
    });
    // the field keeps its focus while a suggestion is pressed, or the list would be gone before the click
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
  }

  /** Asks after a pause; what was asked before is of no interest any more. */
  ask(): void {
    this.forget();
    const q = this.field.value.trim();
    if (q.length < ENOUGH || document.activeElement !== this.field) {
      this.close();
      return;
    }
    const { signal } = this.request;
    this.timer = window.setTimeout(() => {
      void answersTo(q, signal).then((answers) => {
        if (signal.aborted) return;
        this.show(answers?.map((answer, index) => this.option(answer, { q, index })) ?? []);
        this.say(answers === null ? '' : answers.length > 0 ? TEXTS.found(answers.length) : TEXTS.nothing(q));
        this.status.classList.toggle('sr', answers?.length !== 0);
      });
    }, PAUSE);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.request.abort();
    this.request = new AbortController();
  }

  private close(): void {
    this.forget();
    this.show([]);
    this.say('');
  }

  /** Whether a key is meant for the list. */
  private takes(key: string): boolean {
    const { options, active } = this;
    const open = options.length > 0;
    if (key === 'Escape' && (open || this.status.textContent !== '')) this.close();
    else if (key === 'Enter' && active >= 0) options[active]?.click();
    else if (key === 'ArrowDown' && open) this.choose(active + 1 === options.length ? -1 : active + 1);
    else if (key === 'ArrowUp' && open) this.choose(active < 0 ? options.length - 1 : active - 1);
    else if (key === 'ArrowDown') this.ask();
    else return false;
    return true;
  }

  /** @param index of the option; -1: none, what was typed */
  private choose(index: number): void {
    this.options[this.active]?.setAttribute('aria-selected', 'false');
    const option = this.options[(this.active = index)];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) this.field.removeAttribute('aria-activedescendant');
    else this.field.setAttribute('aria-activedescendant', option.id);
  }

  private show(options: HTMLAnchorElement[]): void {
    this.choose(-1);
    this.options = options;
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.field.ariaExpanded = String(options.length > 0);
  }

  private say(text: string): void {
    this.status.className = 'sr suggest';
    this.status.textContent = text;
  }

  private option(answer: SearchAnswer, { q, index }: { q: string; index: number }): HTMLAnchorElement {
    const option = document.createElement('a');
    const path = answer.type === 'substance' ? `/substances/${answer.code}` : `/specialites/${answer.cis}`;
    option.href = LANGUAGE === 'en' ? `${path}?lang=en` : path;
    Object.assign(option, { id: `${this.list.id}-${index}`, role: 'option', tabIndex: -1, ariaSelected: 'false' });
    const name = document.createElement('span');
    name.lang = 'fr';
    name.append(
      ...markedName(answer.name, q).map(({ text, hit }) => {
        if (!hit) return text;
        const mark = document.createElement('mark');
        mark.textContent = text;
        return mark;
      }),
    );
    const kind = document.createElement('small');
    kind.textContent = TEXTS[answer.type];
    option.append(name, ' ', kind);
    return option;
  }
}

/** null when there is no answer: not asked any more, offline, too many questions. */
async function answersTo(q: string, signal: AbortSignal): Promise<SearchAnswer[] | null> {
  const parameters = new URLSearchParams({ q, limit: String(LIMIT) });
  try {
    const answer = await fetch(`/api/v1/search?${parameters.toString()}`, { signal });
    return answer.ok ? ((await answer.json()) as { data: SearchAnswer[] }).data : null;
  } catch {
    return null;
  }
}
