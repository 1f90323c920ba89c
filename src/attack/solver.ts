import highsModule, { type Highs, type Model } from 'highs';
import type { Piece } from './fall-apart.js';

/** A point that keeps to all rows of a piece, by the position of its cells. */
export type Point = Float64Array;

/** What a linear program over one piece can be asked, again and again; to be closed. */
export interface Program {
  /**
   * The point with the greatest sum of weight × cell; null where no point keeps to the rows.
   *
   * @throws Error when the solver gives up
   */
  greatest(weights: Float64Array): Point | null;
  /** From here on no cell is above its cap. The rows must still have a point. */
  cap(caps: Float64Array): void;
  close(): void;
}

// its types take the ES module for a CommonJS one, where the function would be one step further down
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** How the solver is run: all is printed nowhere, and a changed aim begins at the last point, which is still good. */
const OPTIONS = { output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 } as const;

/** Opens linear programs. It holds the solver, which takes a moment to load. */
export class Solver {
  private constructor(private readonly highs: Highs) {}

  static async load(): Promise<Solver> {
    return new Solver(await loadHighs());
  }

  open(piece: Piece): Program {
    const model = this.highs.createModel(dataOf(piece, this.highs.infinity));
    model.options.set(OPTIONS);
    const all = { kind: 'range', from: 0, to: piece.cells.length - 1 } as const;
    return {
      greatest: (weights) => {
        model.changeColsCost(
          all,
          weights.map((weight) => -weight),
        );
        return this.run(model);
      },
      cap: (caps) => {
        model.changeColsBounds(all, piece.lower, caps);
      },
      close: () => {
        model.dispose();
      },
    };
  }

  private run(model: Model): Point | null {
    const { optimal, infeasible } = this.highs.constants.modelStatus;
    if (model.run().modelStatus !== optimal) {
      // from the beginning, by the method that fails least: a warm start can lead a simplex astray
      model.clearSolver();
      model.options.set({ simplex_strategy: 1, presolve: 'on' });
      const { modelStatus } = model.run();
      model.options.set(OPTIONS);
      if (modelStatus === infeasible) return null;
      if (modelStatus !== optimal) throw new Error(`the solver gave up with status ${modelStatus}`);
    }
    return model.getSolution().colValue;
  }
}

function dataOf({ cells, lower, upper, rows }: Piece, infinity: number): Parameters<Highs['createModel']>[0] {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.cells.length);
  const finite = (bound: number): number => Math.max(-infinity, Math.min(infinity, bound));
  return {
    numCols: cells.length,
    numRows: rows.length,
    colCost: new Float64Array(cells.length),
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => finite(row.lower)),
    rowUpper: rows.map((row) => finite(row.upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cells.length,
      starts,
      indices: rows.flatMap((row) => row.cells),
      values: rows.flatMap((row) => row.coefficients),
    },
  };
}
