// What it means that a file is restricted or shielded, in the same words wherever it is shown.
import { Tag } from './component/messages.tsx'

export type Restriction = 'none' | 'restricted' | 'shielded'

const said: Readonly<Record<Exclude<Restriction, 'none'>, { name: string; briefly: string; means: string }>> = {
  restricted: {
    name: 'Restricted',
    briefly: 'few may see it',
    means: 'of the authority, only the child’s team sees this file.',
  },
  shielded: {
    name: 'Shielded',
    briefly: 'tell nobody where they are',
    means:
      'somebody may be looking for this family. Of the authority, only the child’s team and the front door see this file. Tell nobody where they live, or that there is a file.',
  },
}

/** In full, above a file; nothing where there is no restriction. */
export function sayRestriction(restriction: Restriction): string | undefined {
  return restriction === 'none' ? undefined : `${said[restriction].name}: ${said[restriction].means}`
}

/** Beside a name in a list. */
export function RestrictionTag({ restriction }: { restriction: Restriction }) {
  if (restriction === 'none') return null
  const { name, briefly } = said[restriction]
  return (
    <>
      <Tag class={restriction === 'shielded' ? 'govuk-tag--red' : 'govuk-tag--grey'}>{name}</Tag>{' '}
      <span class="gt-quiet govuk-!-font-size-16 govuk-!-font-weight-regular">{briefly}</span>
    </>
  )
}
