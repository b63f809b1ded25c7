/**
 * Invented names for a million people, as unequal as names are: of thirteen thousand last names the commonest is borne by 1.5 in a
 * hundred people, of six hundred first names by 2.8. Beginnings and endings repeat as they do in England, rather more often.
 */
import { random } from './dataset.ts'

const lastBeginnings =
  'Ald Ash Bar Bas Bel Ber Bil Bla Bol Bra Bri Bro Bur Cal Car Cham Cle Col Cor Cra Cro Dal Dar Den Dun Elm Ever Fair Fen Fer Gar Gil Gran Hal Ham Har Hay Hes Hol Hun Ing Kel Ken Kin Lam Lan Lin Lor Mal Mar Mel Mil Mor Nor Oak Pal Pem Pen Pick Rad Ram Ro Ros Sal Sel Shel Sta Sti Stan Tal Tor Tre Van Wal War Wes Whit Wil Win Wor'.split(
    ' ',
  )
const lastMiddles = ['', 'er', 'ing', 'o']
const lastEndings =
  'wick ton low shaw combe field worth by ham stead more well ford den gate son ley man ridge bury brook house land bridge cliffe croft dale grave hurst kin lock mont ney port rick sby tree vale way wood'.split(
    ' ',
  )
const firstBeginnings =
  'A Be Bri Ca Cel Da De E El Fa Fin Ge Gra Ha He I Is Ja Jo Ka Ke La Le Lu Ma Mi Na No O Pa Pri Ra Ro Sa Sha So Ta Ty Vi Za'.split(
    ' ',
  )
const firstEndings = 'ria nah lum mir sie tim rge nna mani seph tya on rk ra is vek'.split(' ')

/** In an order that says nothing, the same every time. */
function shuffled(names: readonly string[]): string[] {
  const next = random(names.length)
  return names
    .map(name => [next(), name] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, name]) => name)
}

const surnames = shuffled(
  lastBeginnings.flatMap(first =>
    lastMiddles.flatMap(middle => lastEndings.map(ending => `${first}${middle}${ending}`)),
  ),
)
const forenames = shuffled(firstBeginnings.flatMap(first => firstEndings.map(ending => `${first}${ending}`)))

export interface Named {
  readonly forenames: string
  readonly surname: string
}

/** Somebody's name, by the numbers from 0 to 1 that `next` gives. */
export function inventName(next: () => number): Named {
  const common = (names: readonly string[], unequal: number) =>
    names[Math.floor(names.length * next() ** unequal)] ?? ''
  return { forenames: common(forenames, 1.8), surname: common(surnames, 2.25) }
}

const commonest = new Set(surnames.slice(0, 10))

/** Whether somebody bears one of the ten commonest last names. */
export function isCommon({ surname }: Named): boolean {
  return commonest.has(surname)
}

/** One letter is left out, doubled, or changes places with the next. */
export function misspell(name: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (name.length - 2))
  const way = next()
  if (way < 0.33) return name.slice(0, at) + name.slice(at + 1)
  if (way < 0.66) return name.slice(0, at) + name.charAt(at) + name.slice(at)
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
}

/** Spellings of one sound, each of which is heard as the other. */
const heardAlike =
  'ie y,y ie,y i,i y,ph f,f ph,ck k,k c,c k,ea ee,ee ea,ae ay,ai ay,ll l,l ll,nn n,n nn,s z,tt t,th t,er a,our or'
    .split(',')
    .map(pair => pair.split(' ') as [string, string])

/** A name as somebody writes it who only heard it. */
export function writtenByEar(name: string, next: () => number): string {
  const spelt = heardAlike.filter(([from]) => name.indexOf(from, 1) > 0)
  const [from, to] = spelt[Math.floor(next() * spelt.length)] ?? ['', '']
  const at = from === '' ? -1 : name.indexOf(from, 1)
  return at < 0 ? name : name.slice(0, at) + to + name.slice(at + from.length)
}
