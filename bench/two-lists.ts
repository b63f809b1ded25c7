/**
 * Two agencies' lists of invented children, of whom most stand in both: with slips of the pen, short forms, names written by ear, other last names, moves
 * of home and what was left out; with twins, brothers and sisters at one address, and namesakes. Who is who is known.
 */
import { random } from './dataset.ts'
import { inventName, misspell, writtenByEar } from './names.ts'

export type Row = Readonly<Record<string, string>>

export interface TwoLists {
  readonly first: readonly Row[]
  readonly second: readonly Row[]
  /** Ids of the first list with those of the second. */
  readonly truth: ReadonlyMap<string, string>
}

interface Child {
  readonly key: string
  readonly given: string
  readonly surname: string
  readonly born: string
  readonly sex: string
  readonly postcode: string
  readonly nhsNumber: string
}

/** @param withNumbers whether the lists have NHS numbers, of which many are missing in the second */
export function twoLists(number: number, { withNumbers = false } = {}): TwoLists {
  const next = random(11)
  const children = invent(number, next)
  const row = (id: string, child: Child) => ({
    ...rowOf(id, child),
    ...(withNumbers ? { nhs_number: child.nhsNumber } : {}),
  })
  const first: Row[] = []
  const second: Row[] = []
  const truth = new Map<string, string>()
  for (const child of children) {
    const where = next()
    if (where < 0.85) first.push(row(`a-${child.key}`, child))
    if (where < 0.15 || where >= 0.3) second.push(row(`b-${child.key}`, asTheOtherHasThem(child, next)))
    if (where < 0.15 || (where >= 0.3 && where < 0.85)) truth.set(`a-${child.key}`, `b-${child.key}`)
  }
  return { first, second: second.toSorted((a, b) => ((a['surname'] ?? '') < (b['surname'] ?? '') ? -1 : 1)), truth }
}

function invent(number: number, next: () => number): Child[] {
  const children: Child[] = []
  while (children.length < number) {
    const { forenames: given, surname } = inventName(next)
    const child = {
      key: `${children.length}`,
      given,
      surname,
      born: day(next),
      sex: sex(next),
      postcode: home(next),
      nhsNumber: numberOf(children.length),
    }
    children.push(child)
    const kind = next()
    const other = inventName(next).forenames
    if (other === given) continue
    const key = children.length
    const related = (how: string) => ({ ...child, key: `${key}-${how}`, nhsNumber: numberOf(key) })
    if (kind < 0.06) children.push({ ...related('twin'), given: other, sex: sex(next) })
    else if (kind < 0.24) children.push({ ...related('sibling'), given: other, sex: sex(next), born: day(next) })
    else if (kind < 0.27) children.push({ ...related('namesake'), born: day(next), postcode: home(next) })
  }
  return children
}

/** Ten figures as an NHS number has, spread so that two are never one slip apart by chance alone. */
const numberOf = (at: number) => `999${String((at * 7_654_321 + 1_234_567) % 10_000_000).padStart(7, '0')}`
const sex = (next: () => number) => (next() < 0.5 ? 'Female' : 'Male')
const two = (figure: number) => String(figure).padStart(2, '0')
const day = (next: () => number) =>
  `${2008 + Math.floor(next() * 17)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`
const letters = 'ABDEFGHJLNPQRSTUWXYZ'
const letter = (next: () => number) => letters[Math.floor(next() * letters.length)] ?? 'A'
const home = (next: () => number) =>
  `ZZ${1 + Math.floor(next() * 20)} ${Math.floor(next() * 10)}${letter(next)}${letter(next)}`

function asTheOtherHasThem(child: Child, next: () => number): Child {
  const { given, surname, born } = child
  const way = next()
  const named =
    way < 0.05
      ? { given: given.slice(0, Math.max(3, given.length - 2)) }
      : way < 0.1
        ? { given: misspell(given, next) }
        : way < 0.18
          ? { surname: misspell(surname, next) }
          : way < 0.21
            ? { surname: `${surname}-${inventName(next).surname}` }
            : way < 0.24
              ? { surname: inventName(next).surname }
              : way < 0.26
                ? { given: surname, surname: given }
                : way < 0.27
                  ? { given: inventName(next).forenames }
                  : way < 0.3
                    ? { given: writtenByEar(writtenByEar(given, next), next) }
                    : way < 0.32
                      ? { surname: writtenByEar(writtenByEar(surname, next), next) }
                      : {}
  const slip = next()
  const [year, month, date = ''] = born.split('-')
  const bornAs =
    slip < 0.01 && Number(date) <= 12
      ? { born: `${year}-${date}-${month}` }
      : slip < 0.03
        ? { born: `${year}-${month}-${two(1 + (Number(date) % 28))}` }
        : {}
  const moves = next()
  const lives =
    moves < 0.15
      ? { postcode: home(next) }
      : moves < 0.2
        ? { postcode: '' }
        : moves < 0.23
          ? { postcode: child.postcode.slice(0, -1) + letter(next) }
          : {}
  const writes = next()
  const numbered =
    writes < 0.4 ? { nhsNumber: '' } : writes < 0.405 ? { nhsNumber: misspell(child.nhsNumber, next) } : {}
  const recorded = next() < 0.01 ? { sex: child.sex === 'Male' ? 'Female' : 'Male' } : {}
  return { ...child, ...named, ...bornAs, ...lives, ...numbered, ...recorded }
}

function rowOf(id: string, { given, surname, born, sex: recorded, postcode }: Child): Row {
  return { record_id: id, given_name: given, surname, date_of_birth: born, sex: recorded, postcode }
}
