import type { Random } from './random.js';

/**
 * Names built like those of medicines and belonging to none. Syllables and endings are put together so that the common
 * stems of real names do not come out; those that still would are in REAL_STEMS and thrown away.
 */
const SUBSTANCE_STARTS =
  'VELO ZORA KARI BRUMA TAVO LOMI DRUVE FENZO GALU HIVRA JOLA MIRGO NUVA OLBRI PRAZU QUIVO RUMBE SOLVI TRIGA UVRO VINBA WELTO XANU YVRA ZELMO BALVI COVRU DARGO ELVU FLOMA GRUNI ISMO KELBU LUVRA MOLGI NARVU ORMI PELGA RAVLU SEMBI TULVA'.split(
    ' ',
  );
const SUBSTANCE_MIDDLES = 'BRA DO FI GLU JA KO LU MEVI NA PRO RU SA TI VU XO ZE MBRI LVO RGA NDU'.split(' ');
const SUBSTANCE_ENDINGS =
  'RAZINE LUMAB VOLINE DRINOL QUINOR BUTADE FLURANE ZIDONE GLIPTOR MICINE PRADONE THIAZOL RELVIR STAMINE TOLINE VASTINOL XIDRINE NOCAINE BACTENE LOPRIL FENUROL CORTAZONE'.split(
    ' ',
  );
const BRAND_STARTS =
  'VOX ZAL KIR BREL TAV LUM DROV FAZ GOLV HEX JAV MIV NUX OLB PLIX QUAV RIX SOLV TREB URV VEX WIX YLV ZEB CRAV DULV ELX FLAV GRIB KOLV'.split(
    ' ',
  );
const BRAND_MIDDLES = 'A I O U ALI ORA IVA UNA ELU OBI'.split(' ');
const BRAND_ENDINGS = 'TYX DOVAL NEXIL BRAL VIUM GENTA PLEX ZANE MOR TRIX LOVA DUR RELIX FENOR VANTIL CORAL'.split(' ');
const LABORATORY_STARTS = 'NORV OSTR PELV RIVO SERV TALM ULVA VERD AMBR BOREL CALV DELM'.split(' ');
const LABORATORY_ENDINGS = 'AREL INOX ANTIS ORIA EMA UNOR'.split(' ');

const REAL_STEMS =
  /PARACET|AMOXI|IBUPRO|ASPIR|DOLIP|CODEI|MORPH|TRAMAD|METFOR|INSUL|STATIN|CILLIN|MYCIN|CYCLIN|AZEPAM|ZOLAM|SARTAN|OXACIN|PRAZOLE|DIPIN|OLOL$|TRIPTAN|GLIPTIN|PARIN|CORTIS|PREDNI|LEVOTH|WARFA|FLUOX|SERTRA|VENLA|HALDOL|LITHI|VALPRO|LAMOTRI|KEPPRA|XANAX|VIAGRA|ZOMIG|ZELITREX|VOLTAR|SOLUP|RIVOTRIL|LASIL/;

/** Gives names of one kind, never the same twice, never one with a common real stem. */
export class NameMaker {
  private readonly given = new Set<string>();

  constructor(private readonly random: Random) {}

  /** e.g. VELOBRAZIDONE. */
  substance(): string {
    return this.fresh(() => {
      const middle = this.random.chance(0.55) ? this.random.pick(SUBSTANCE_MIDDLES) : '';
      return this.random.pick(SUBSTANCE_STARTS) + middle + this.random.pick(SUBSTANCE_ENDINGS);
    });
  }

  /** e.g. KIRAPLEX; now and then with accents or a ligature, as in CŒURIX. */
  brand(): string {
    return this.fresh(() => {
      const plain = this.random.pick(BRAND_STARTS) + this.random.pick(BRAND_MIDDLES) + this.random.pick(BRAND_ENDINGS);
      const chance = this.random.next();
      if (chance < 0.03) return `CŒUR${plain}`;
      return chance < 0.1 ? plain.replace(/E/, 'É') : plain;
    });
  }

  /** e.g. NORVAREL. */
  laboratory(): string {
    return this.fresh(() => this.random.pick(LABORATORY_STARTS) + this.random.pick(LABORATORY_ENDINGS));
  }

  private fresh(make: () => string): string {
    for (let attempt = 0; attempt < 10_000; attempt += 1) {
      const name = attempt < 1000 ? make() : make() + make().slice(-4);
      if (this.given.has(name) || REAL_STEMS.test(name)) continue;
      this.given.add(name);
      return name;
    }
    throw new RangeError('no name left to give');
  }
}

const SALTS = ['CHLORHYDRATE', 'SULFATE', 'MALÉATE', 'FUMARATE', 'TARTRATE', 'PHOSPHATE', 'BROMHYDRATE', 'ACÉTATE'];

/** Names of `count` different salts of a base, in the forms of the real files: « VELORAZINE (CHLORHYDRATE DE) ». */
export function saltNames(base: string, count: number, random: Random): string[] {
  return random
    .shuffled(SALTS)
    .slice(0, count)
    .map((salt) => {
      const hydrate = random.chance(0.15) ? ' MONOHYDRATÉ' : '';
      if (random.chance(0.12)) return `${base} SODIQUE${hydrate}`;
      // the real files elide with either apostrophe
      const link = /^[AEIOUY]/.test(base) ? random.pick(["D'", 'D’']) : 'DE';
      return `${base} (${salt} ${link})${hydrate}`;
    });
}

/** The name with one letter wrong, as typed in a hurry: two letters swapped, one lost or one doubled. */
export function misspelt(name: string, random: Random): string {
  const place = random.between(1, Math.max(1, Math.min(name.length - 2, 8)));
  const before = name.slice(0, place);
  const letter = name.charAt(place);
  const after = name.slice(place + 1);
  const kind = random.below(3);
  // two letters alike cannot be swapped
  if (kind === 0 && after.charAt(0) !== letter) return before + after.charAt(0) + letter + after.slice(1);
  return kind === 1 ? before + after : before + letter + letter + after;
}

/** Another spelling with the same normal form: case, accents, spaces, apostrophe, ligature, parentheses. */
export function respelt(name: string, random: Random): string {
  const kind = random.below(6);
  if (kind === 0) return name.toLowerCase();
  if (kind === 1) return name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  if (kind === 2) return name.replaceAll(' ', '  ');
  if (kind === 3) return name.replaceAll('’', "'").replaceAll('œ', 'oe').replaceAll('Œ', 'OE').toUpperCase();
  if (kind === 4) return name.replaceAll('(', '((').replaceAll(')', '))');
  return name.charAt(0) + name.slice(1).toLowerCase();
}
