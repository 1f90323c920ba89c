import fc from 'fast-check';
import { readHtml, webAddress } from './html-text.js';

describe('readHtml', () => {
  it.each([
    ['', ''],
    ['Important  dans\u00a0l’indication ', 'Important dans\u00a0l’indication'],
    ['adultes (T score < -3) ou <50 copies/ml, « R & D »', 'adultes (T score < -3) ou <50 copies/ml, « R & D »'],
    ['Faible.<br>Modéré. <BR/> <br />Nul.<br>', 'Faible.\nModéré.\nNul.'],
    ['<p>Un</p><ul><li>deux</li><li>trois</li></ul>', 'Un\ndeux\ntrois'],
    ['l&#39;avis &amp; ses <i>annexes</i>&nbsp;: &lt;5', "l'avis & ses annexes\u00a0: <5"],
    ['2 x 10<sup>6</sup> UI, CO<sub>2</sub>, m<sup>-1</sup>', '2 x 10⁶ UI, CO2, m⁻¹'],
    ['avant<script>alert("<br>")</script><style>p{}</style> après', 'avant après'],
    ['pas fermé <b>gras', 'pas fermé gras'],
    ['<!-- rien -->texte</a>', 'texte'],
  ])('makes %j into %j', (cell, text) => {
    expect(readHtml(cell)).toEqual({ text, address: null });
  });

  it('gives the first address that leads to the web', () => {
    const link = `<a target='_blank' title="Lien" href='https://exemple.invalid/a?b=1&amp;c=2'>Rappel&nbsp;: bon usage</a>`;
    expect(readHtml(link)).toEqual({ text: 'Rappel\u00a0: bon usage', address: 'https://exemple.invalid/a?b=1&c=2' });
    expect(
      readHtml('<a href="#haut">a</a><a href="http://exemple.invalid/">b</a><a href="https://x.invalid">c</a>'),
    ).toEqual({
      text: 'abc',
      address: 'http://exemple.invalid/',
    });
  });

  it('passes no mark through, and reads what has been written for HTML back', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé<>&"'] ?$/), { maxLength: 20 }).map((list) => list.join('').trim());
    fc.assert(
      fc.property(words, (text) => {
        const folded = text.replace(/ +/g, ' ');
        const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(readHtml(`<b>${written}</b>`).text).toBe(folded);
      }),
    );
  });
});

describe('webAddress', () => {
  it.each([
    ['https://www.has-sante.fr/jcms/p_3316330', 'https://www.has-sante.fr/jcms/p_3316330'],
    ['HTTP://exemple.invalid/a b"c', 'http://exemple.invalid/a%20b%22c'],
    ['javascript:alert(1)', null],
    ['JavaScript:alert(1)//https://exemple.invalid', null],
    ['data:text/html,x', null],
    ['//exemple.invalid/a', null],
    ['www.exemple.invalid', null],
    ['https://', null],
    ['', null],
  ])('makes %j into %j', (text, address) => {
    expect(webAddress(text)).toBe(address);
  });
});
