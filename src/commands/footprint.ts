/** `goldthread footprint`: whether every authority, police force and health body of England is covered on a day. */
import { isDay } from '../guidance/days.ts'
import { londonDay } from '../guidance/london.ts'
import { type Covering, footprintOn } from '../people/places/footprint.ts'
import { readArgs } from './open.ts'

export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(
    args,
    { json: { type: 'boolean' }, on: { type: 'string' } },
    'footprint [--json] [--on YYYY-MM-DD]',
  )
  const day = values.on ?? londonDay(Date.now())
  if (!isDay(day)) throw new Error(`"${day}" is not a day. Write it as YYYY-MM-DD.`)
  const { on, kindOfHealth, isFromLater, covered, gaps } = footprintOn(day)
  if (values.json) {
    const rows = covered.map(({ authority, forces, health }) => ({
      authority: authority.ons,
      name: authority.name,
      forces: forces.map(({ body }) => body.code),
      health: health.map(asData),
    }))
    process.stdout.write(`${JSON.stringify({ on, kindOfHealth, isFromLater, gaps, covered: rows })}\n`)
  } else {
    const found = gaps.length === 0 ? 'The map has no gap.' : gaps.map(({ says }) => says).join('\n')
    const later = isFromLater
      ? `\nThe ${kindOfHealth}s are those of 2021: which of them merged between this day and then is not in the data.`
      : ''
    process.stdout.write(`${covered.length} authorities on ${on}. ${found}${later}\n`)
  }
  return gaps.length === 0 ? 0 : 1
}

function asData({ body, shareOfAuthority, shareOfBody, isSliver }: Covering): object {
  const rounded = (share: number) => Math.round(share * 10_000) / 10_000
  return {
    code: body.code,
    name: body.name,
    shareOfAuthority: rounded(shareOfAuthority),
    shareOfBody: rounded(shareOfBody),
    isSliver,
  }
}
