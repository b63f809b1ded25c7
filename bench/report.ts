/** What a bench reports: one figure a line, with the limit or the peer it is measured against and how many times as good it is. */

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The limit or the peer's figure, in the same unit. */
  readonly against: number
  /** How many times as good as `against`. */
  readonly ratio: number
}

let asJson = false

/** Whether lines are JSON objects or words. */
export function reportAsJson(yes: boolean): void {
  asJson = yes
}

/** Reports a figure of which less is better. */
export function less(name: string, value: number, unit: string, against: number): void {
  report({ name, value, unit, against, ratio: against / value })
}

/** Reports a figure of which more is better. */
export function more(name: string, value: number, unit: string, against: number): void {
  report({ name, value, unit, against, ratio: value / against })
}

function report(figure: Figure): void {
  const rounded = { ...figure, value: round(figure.value), against: round(figure.against), ratio: round(figure.ratio) }
  const words = `${rounded.name.padEnd(46)} ${String(rounded.value).padStart(10)} ${rounded.unit.padEnd(8)} against ${String(rounded.against).padStart(10)}  ratio ${rounded.ratio}`
  process.stdout.write(`${asJson ? JSON.stringify(rounded) : words}\n`)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

/** The value below which a share of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that work took. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Says on stderr what is being done. */
export function doing(what: string): void {
  process.stderr.write(`${what}\n`)
}
