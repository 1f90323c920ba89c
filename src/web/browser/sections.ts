/** Marks the section in view in the contents, and makes the filter of population lead back to it. */
export function followSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const populations = document.querySelectorAll<HTMLAnchorElement>('.people a');
  const inView = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target.id);
        else inView.delete(target.id);
      }
      const current = links.find((link) => inView.has(link.hash.slice(1)));
      if (current === undefined) return;
      for (const link of links) {
        if (link === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
      slideTo(current);
      const hash = current === links[0] ? '#population' : current.hash;
      for (const population of populations) population.hash = hash;
    },
    // a section is in view when it crosses the upper part of the window
    { rootMargin: '-15% 0px -65% 0px' },
  );
  const menu = document.querySelector<HTMLDetailsElement>('.toc details');
  if (menu !== null) closeAfterUse(menu);
  for (const link of links) {
    const section = document.querySelector(link.hash);
    if (section !== null) observer.observe(section);
  }
}

/** On a phone the contents lie over the page: they close once one has chosen, or gone elsewhere. */
function closeAfterUse(menu: HTMLDetailsElement): void {
  menu.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) menu.open = false;
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
}

/** On a phone the contents are one line that slides: where one is stays in view. */
function slideTo(link: HTMLAnchorElement): void {
  const strip = link.closest('ol');
  const item = link.parentElement;
  if (strip !== null && item !== null) strip.scrollLeft = item.offsetLeft - strip.offsetLeft - 48;
}
