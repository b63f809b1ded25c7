/** The four ways in which nobody can go on now. Each is shown as a page of its own; see style §7. */

/** The case, fact or page does not exist, or the reader may not know that it does: the same answer for both. */
export class NotFound extends Error {
  readonly status = 404
  constructor(message = 'There is no such record, or it is not yours to see.') {
    super(message)
  }
}

/** Who can, and that they can be asked: no refusal is written without it. */
export type Ask = `Ask ${string}.`

/** The reader may know that it exists, and may not do this. Says why, and whom to ask; pages and the API add how to reach them. */
export class NotAllowed extends Error {
  readonly status = 403
  readonly why: string
  readonly ask: Ask
  constructor(why: string, ask: Ask, reach?: string) {
    super([why, ask, reach && `To reach them: ${reach}.`].filter(Boolean).join(' '))
    this.why = why
    this.ask = ask
  }

  /** The same refusal, with how to reach whoever can: "East team, Harrowmere Council, telephone 01632 960100". */
  reachedAt(reach: string): NotAllowed {
    return new NotAllowed(this.why, this.ask, reach)
  }
}

/**
 * The record is restricted, and the reader may know that it is there, but nothing of what is in it. Says whom to ask; and that
 * it can be opened in an emergency.
 */
export class Restricted extends Error {
  readonly status = 403
  readonly found: { readonly areaId: string; readonly id: string; readonly reference: string }
  /** The team that holds it, with its agency and a telephone number: "West team, Harrowmere Council (01632 960100)". */
  readonly ask: string
  constructor({ team, agency, telephone, ...found }: RestrictedRecord) {
    const ask = `${[team, agency].filter(Boolean).join(', ')}${telephone ? ` (${telephone})` : ''}`
    super(`This record is restricted. Ask ${ask}, or open it in an emergency.`)
    this.found = found
    this.ask = ask
  }
}

interface RestrictedRecord {
  readonly areaId: string
  readonly id: string
  readonly reference: string
  readonly team: string | null
  readonly agency: string
  readonly telephone: string | null
}

/** Somebody else recorded first. Carries the ids of what they recorded, to be shown. */
export class Conflict extends Error {
  readonly status = 409
  readonly recorded: readonly string[]
  constructor(message: string, recorded: readonly string[]) {
    super(message)
    this.recorded = recorded
  }
}

/** It was here and is no longer: disposed of. Names the case only to whoever could see it. */
export class Gone extends Error {
  readonly status = 410
  readonly reference: string | undefined
  constructor(message: string, reference?: string) {
    super(message)
    this.reference = reference
  }
}
