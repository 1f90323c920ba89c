import { join } from 'node:path';
import type { Catalogue } from './catalogue.js';
import { type DrugName, nameDrug } from './drug-names.js';
import { CASE_HEADER, type CaseCells, caseLine, drawCase, earlierVersion } from './people.js';
import type { Profile } from './profiles.js';
import { type Random, Weighted, at } from './random.js';
import { REACTION_HEADER, type Reaction, drawReactions, reactionLine } from './reactions.js';
import { LineFile, cell, quoted } from './writers.js';

/** Shares of cases, rows and drugs that are told otherwise than once and well. */
const SHARE = {
  severalVersions: 0.15,
  sameNumber: 0.002,
  duplicateRow: 0.003,
  differingRow: 0.002,
  badRow: 0.003,
  secondSuspect: 0.22,
  concomitant: 0.3,
  interaction: 0.04,
  noRole: 0.03,
  quotedName: 0.02,
};

/** Where declarations come from: the first letters of CAS. */
const CENTRES = 'AM AN BX BR BS CA CF DJ GR LL LM LY MA MP NC NT NY PA PB PC PO PP PS PV RE RN RS ST TO TS'.split(' ');

interface Drug extends DrugName {
  role: string;
}

interface Version {
  key: string;
  cells: CaseCells;
  reactions: Reaction[];
  drugs: Drug[];
}

/** What the declarations are about. `cases` distinct pairs (AER_ID, CAS) are written, foreign ones included. */
export interface DeclarationPlan {
  catalogue: Catalogue;
  profiles: readonly (Profile | null)[];
  cases: number;
  years: readonly [number, number];
}

/** Writes the three files of one extraction to `directory`, one case after the other: memory does not grow with them. */
export async function writeDeclarations(directory: string, plan: DeclarationPlan, random: Random): Promise<void> {
  const writer = new DeclarationWriter(directory, plan, random);
  await writer.run();
}

class DeclarationWriter {
  private readonly cases: LineFile;
  private readonly reactions: LineFile;
  private readonly drugs: LineFile;
  private readonly substances: Weighted;
  private number = 100_000;

  constructor(
    directory: string,
    private readonly plan: DeclarationPlan,
    private readonly random: Random,
  ) {
    const path = (table: string): string => join(directory, `${plan.years[1] + 1}-01-15_${table}.csv`);
    this.cases = new LineFile(path('Cas-Patients'), { encoding: 'windows-1252', eol: '\r\n' });
    this.reactions = new LineFile(path('Effets'), { encoding: 'utf-8', bom: true, eol: '\n' });
    this.drugs = new LineFile(path('Médicaments'), { encoding: 'utf-8', eol: '\r\n' });
    this.substances = new Weighted(plan.profiles.map((profile) => profile?.cases ?? 0));
  }

  async run(): Promise<void> {
    this.cases.add(CASE_HEADER);
    this.reactions.add(REACTION_HEADER);
    this.drugs.add('AER_ID;CAS;VER;ROLE;MEDICAMENT;TYPE');
    for (let i = 0; i < this.plan.cases; i += 1) {
      for (const version of this.drawVersions()) this.write(version);
      for (const file of [this.cases, this.reactions, this.drugs]) if (file.full) await file.flush();
    }
    for (const file of [this.cases, this.reactions, this.drugs]) await file.close();
  }

  private drawVersions(): Version[] {
    const { random, plan } = this;
    const substance = this.substances.pick(random);
    const profile = plan.profiles[substance];
    if (profile === null || profile === undefined) throw new RangeError(`substance ${substance} has no profile`);
    const year = plan.years[0] + profile.years.pick(random);
    const name = `${this.nextNumber()};${random.pick(CENTRES)}${year}${random.digits(4)}`;
    const last = random.chance(SHARE.severalVersions) ? random.between(2, 4) : random.chance(0.03) ? 2 : 1;
    const final: Version = {
      key: `${name};${last}`,
      cells: drawCase(profile, year, random),
      reactions: drawReactions(profile, random),
      drugs: this.drawDrugs(substance, profile),
    };
    // a version may lack: extractions do not hold all that came before
    const first = last > 1 && random.chance(0.2) ? last : 1;
    const versions = [final];
    for (let version = last - 1; version >= first; version -= 1)
      versions.push(this.earlier(final, `${name};${version}`));
    return random.chance(0.5) ? versions.reverse() : versions;
  }

  private nextNumber(): number {
    if (!this.random.chance(SHARE.sameNumber)) this.number += this.random.between(1, 3);
    return this.number;
  }

  private earlier(final: Version, key: string): Version {
    const { random } = this;
    const keep = random.between(1, final.reactions.length);
    return {
      key,
      cells: earlierVersion(final.cells, random),
      reactions: final.reactions.slice(0, keep),
      drugs: final.drugs.slice(0, random.between(1, final.drugs.length)),
    };
  }

  private drawDrugs(substance: number, profile: Profile): Drug[] {
    const { random } = this;
    const interaction = random.chance(SHARE.interaction);
    const role = random.chance(SHARE.noRole) ? '' : interaction ? 'Interaction' : 'Suspect';
    const drugs = [{ ...this.nameOne(substance, profile), role }];
    const others = interaction || random.chance(SHARE.secondSuspect) ? 1 : 0;
    for (let i = 0; i < others; i += 1) drugs.push({ ...this.nameAny(), role: role === '' ? 'Suspect' : role });
    while (drugs.length < 15 && random.chance(SHARE.concomitant))
      drugs.push({ ...this.nameAny(), role: 'Concomitant' });
    return drugs;
  }

  private nameAny(): DrugName {
    const substance = this.substances.pick(this.random);
    const profile = this.plan.profiles[substance];
    if (profile === null || profile === undefined) throw new RangeError(`substance ${substance} has no profile`);
    return this.nameOne(substance, profile);
  }

  private nameOne(substance: number, profile: Profile): DrugName {
    const { catalogue } = this.plan;
    const medicine = at(at(catalogue.substances, substance).medicines, profile.medicines.pick(this.random));
    return nameDrug(catalogue, medicine, substance, this.random);
  }

  private write(version: Version): void {
    const { random } = this;
    const { key, cells } = version;
    this.addRow(this.cases, caseLine(key, cells), BAD_CASES);
    if (random.chance(SHARE.differingRow)) {
      const sex = cells.sex === 'F' ? 'M' : 'F';
      this.cases.add(caseLine(key, { ...cells, sex }));
    }
    for (const reaction of version.reactions) {
      this.addRow(this.reactions, reactionLine(key, reaction, random), BAD_REACTIONS);
    }
    for (const { name, type, role } of version.drugs) {
      const written = random.chance(SHARE.quotedName) ? quoted(name) : cell(name);
      this.addRow(this.drugs, `${key};${role};${written};${type}`, BAD_DRUGS);
    }
  }

  private addRow(file: LineFile, line: string, faults: readonly Fault[]): void {
    const { random } = this;
    file.add(random.chance(SHARE.badRow) ? random.pick(faults)(line) : line);
    if (random.chance(SHARE.duplicateRow)) file.add(line);
  }
}

/** Makes a good line one that must be rejected. */
type Fault = (line: string) => string;

const cut: Fault = (line) => line.slice(0, line.lastIndexOf(';', line.lastIndexOf(';') - 1));
const BAD_CASES: readonly Fault[] = [
  // no cell of this file holds a separator
  (line) => line.split(';').slice(0, 9).join(';'),
  (line) => line.replace(/;\d\d\/\d\d\/(\d{4});/, ';31/02/$1;'),
  (line) => line.replace(/;\d\d\/\d\d\/\d{4};/, ';;'),
  (line) => line.replace(/^(\d+;\w+);\d+;/, '$1;II;'),
  (line) => line.replace(/^\d+;/, ';'),
];
const BAD_REACTIONS: readonly Fault[] = [
  cut,
  (line) => line.replace(/;(\d+);(\w{6,10});(\d+);/, ';9$1999;$2;$3;'),
  (line) => line.replace(/^[^;"]+;/, 'Affections diverses;'),
  (line) => line.replace(/;(\w{6,10});\d+;/, ';$1;x;'),
];
const BAD_DRUGS: readonly Fault[] = [
  cut,
  (line) => line.replace(/^(\d+);/, '9$1999;'),
  (line) => line.replace(/^(\d+;\w+;\d+);[^;]*;/, '$1;Coupable;'),
  (line) => line.replace(/^(\d+;\w+;\d+;[^;]*);.*;([^;]*)$/, '$1;;$2'),
];
