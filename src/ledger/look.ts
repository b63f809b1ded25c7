/** Looking on behalf of a post: one transaction that sees what the post may see, and the reading log before anything is shown. */
import type { Pool, PoolClient } from 'pg'
import { findOwnOpening, type OwnOpening } from '../access/opening.ts'
import { Gone, NotFound, Restricted } from '../access/refusals.ts'
import { whyVisible, writeReading } from '../access/visit.ts'
import { dayInWords } from '../guidance/days.ts'
import { londonDay } from '../guidance/london.ts'
import { withContext } from '../platform/database.ts'
import { findRestricted, type RestrictedCase } from './break-glass.ts'
import { type CaseHead, findCase } from './read.ts'

/** Who looks. */
export interface Looker {
  readonly practitionerId: string
  readonly postId: string
  readonly agencyId: string
  readonly areaIds: readonly string[]
}

/** What is written to the reading log before anything is shown. */
export type Logged =
  /** Nothing: nothing about a person is shown. */
  | 'nothing'
  /** The case: it must be opened with `openCase`. */
  | 'case'
  /** That this list of people was read. */
  | 'list'
  /** That somebody searched. */
  | 'search'
  /** Each case of which something is shown without its being opened: with `noteShown`, also where there is none. */
  | 'shown'

/** What is asked for: the pattern of its address, and what of it is logged. `at` is in milliseconds since 1970. */
export interface Asked {
  readonly route: string
  readonly log: Logged
  readonly at: number
}

export interface OpenedCase {
  readonly head: CaseHead
  /** Why this post can see it, in a sentence. */
  readonly why: string
  /** Where the post itself opened it in an emergency: until when, and who was told. */
  readonly glass: OwnOpening | undefined
}

/** One transaction of a post. */
export interface OpenReading {
  /** A reader's connection, within the context of the post. */
  readonly client: PoolClient
  /**
   * The case with that reference; writes the reading log before it returns.
   * @throws NotFound where there is none that this post may see, Restricted where it may know that there is one, Gone where it was
   * disposed of
   */
  readonly openCase: (reference: string) => Promise<OpenedCase>
  /** Writes that others were looked for as well, on a page that is about one case. To be called before they are. */
  readonly logSearch: () => Promise<void>
  /** The same for a page about a record that was disposed of: what is left of it is not the record. */
  readonly openDisposed: (reference: string) => Promise<OpenedCase>
  /** Writes to the reading log that something of these cases is shown, and why; without a case, that a list is. */
  readonly noteShown: (cases: readonly Shown[], why: string) => Promise<void>
}

/** Something of a case, or of an area, that is shown on a page. */
export interface Shown {
  readonly areaId: string
  readonly caseId: string | null
}

export interface Look {
  /** Runs `work` in one transaction that sees what this post may see. */
  read<Result>(work: (reading: OpenReading) => Promise<Result>): Promise<Result>
  /** The restricted case with that reference, where the post may know that there is one; that it asked is logged. */
  findRestricted(reference: string): Promise<RestrictedCase | undefined>
  /** The cases that were opened, in their order. */
  readonly opened: readonly OpenedCase[]
  /** Whether the reading log was written. */
  readonly wasLogged: () => boolean
}

/** The basis of a look that showed nothing of a restricted record but that it is there. Stored: it is never worded anew. */
export const toldOfRestricted = 'Was told that there is a restricted record, and nothing of it'

const bases = { list: 'A list of what this post may see', search: 'A search in what this post may see' } as const

function goneOf({ reference, disposedAt }: CaseHead): Gone {
  const on = dayInWords(londonDay(disposedAt ?? 0))
  return new Gone(
    `The record ${reference} was disposed of on ${on}: the time for which it was kept is over. What was written in it is gone for good.`,
    reference,
  )
}

/** Through which a look goes: what is shown comes from the reader; the recorder knows of what may be known and not shown. */
interface Pools {
  readonly reader: Pool
  readonly recorder: Pool
}

/** A look of a post. */
export function lookAs({ reader, recorder }: Pools, looker: Looker, { route, log, at }: Asked): Look {
  const { practitionerId, postId, agencyId, areaIds } = looker
  const context = { post: postId, agency: agencyId, practitioner: practitionerId, areas: areaIds }
  let wasLogged = false
  const opened: OpenedCase[] = []
  const write = async (client: PoolClient, areaId: string, caseId: string | null, basis: string) => {
    await writeReading(client, { areaId, at, practitionerId, postId, caseId, route, basis })
    wasLogged = true
  }
  const openCase = async (client: PoolClient, reference: string, isDisposed = false): Promise<OpenedCase> => {
    if (log !== 'case') throw new Error(`${route} opens a case, so its line in routes.ts must log "case".`)
    const head = await findCase(client, areaIds, reference)
    if (!head) throw await refusalOf(reference)
    if (head.disposedAt !== null && !isDisposed) throw goneOf(head)
    if (head.disposedAt === null && isDisposed) throw new NotFound()
    const glass = head.restriction === 'restricted' ? await findOwnOpening(client, head) : undefined
    const why = await whyVisible(client, head)
    await write(client, head.areaId, head.id, why)
    const one = { head, why, glass }
    opened.push(one)
    return one
  }
  // Asked whenever nothing is found, whatever there is.
  const lookForRestricted = (reference: string) => findRestricted(recorder, postId, areaIds, reference)
  const refusalOf = async (reference: string) => {
    const found = await lookForRestricted(reference)
    return found ? new Restricted(found) : new NotFound()
  }
  const logRestricted = ({ areaId, id }: { areaId: string; id: string }) =>
    withContext(reader, context, client => write(client, areaId, id, toldOfRestricted))
  return {
    read: work =>
      withContext(reader, context, async client => {
        if (!wasLogged && (log === 'list' || log === 'search'))
          for (const areaId of areaIds) await write(client, areaId, null, bases[log])
        const noteShown: OpenReading['noteShown'] = async (cases, why) => {
          if (log !== 'shown' && log !== 'list')
            throw new Error(`${route} shows cases, so its line in routes.ts must log "shown" or "list".`)
          for (const { areaId, caseId } of cases) await write(client, areaId, caseId, why)
          wasLogged = true
        }
        return work({
          client,
          openCase: reference => openCase(client, reference),
          logSearch: async () => {
            for (const areaId of areaIds) await write(client, areaId, null, bases.search)
          },
          openDisposed: reference => openCase(client, reference, true),
          noteShown,
        })
      }).catch(async error => {
        // The transaction that would have logged it was undone.
        if (error instanceof Restricted) await logRestricted(error.found)
        throw error
      }),
    findRestricted: async reference => {
      const found = await lookForRestricted(reference)
      if (found) await logRestricted(found)
      return found
    },
    opened,
    wasLogged: () => wasLogged,
  }
}
