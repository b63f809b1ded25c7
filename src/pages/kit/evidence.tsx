// What counts for two children being one, and against it: a small bar for each thing that was compared, with its words beside it.

import type { Weighed } from '../../people/matching/evidence.ts'
import type { BandOfChild } from '../../people/matching/one-child.ts'

const labels: Partial<Record<Weighed['field'], string>> = {
  forenames: 'First names',
  surname: 'Last name',
  order: 'Names',
  birthDay: 'Date of birth',
  postcode: 'Postcode',
  number: 'NHS number',
}

/** The bits that fill half of a bar: what is stronger is drawn no longer. */
const full = 14
const half = 60

/** A row for each thing that was compared: what it is, how far the two agree, and a bar to the right (for) or to the left (against). */
export function EvidenceBars({ weighed }: { weighed: readonly Weighed[] }) {
  return (
    <ul class="gt-evidence">
      {weighed.map(({ field, level, bits }) => {
        const isFor = bits >= 0
        const width = Math.max(2, Math.round((Math.min(Math.abs(bits), full) / full) * half))
        return (
          <li>
            <span class="gt-evidence__what">{labels[field] ?? field}</span>
            <svg
              class="gt-evidence__bar"
              width={2 * half}
              height="14"
              viewBox={`0 0 ${2 * half} 14`}
              aria-hidden="true"
            >
              <rect
                class={isFor ? 'gt-evidence__for' : 'gt-evidence__against'}
                x={isFor ? half : half - width}
                y="2"
                width={width}
                height="10"
              />
              <line class="gt-evidence__zero" x1={half} y1="0" x2={half} y2="14" />
            </svg>
            <span>
              {level}
              <span class="gt-quiet">{sayWeight(bits)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function sayWeight(bits: number): string {
  const size = Math.abs(bits)
  if (size < 1) return ': says little'
  return `: speaks ${size < 4 ? 'a little ' : size < 8 ? '' : 'strongly '}${bits > 0 ? 'for it' : 'against it'}`
}

/** The band of two adults in words. */
export function sayBandOfAdult({ band }: { readonly band: BandOfChild }): string {
  return band === 'same' ? 'Very likely the same adult' : 'May be the same adult'
}

/** The band in words; where two of one family are likelier, that. */
export function sayBand({ band, family }: { readonly band: BandOfChild; readonly family: number }): string {
  if (family > 0.5) return 'More likely a brother, sister or twin'
  if (band === 'same') return 'Almost certainly the same child'
  return band === 'ask' ? 'May be the same child' : 'Probably another child'
}
