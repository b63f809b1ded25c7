/** The four ways in which nobody can go on now. Each is shown as a page of its own; see style §7. */

/** The case, fact or page does not exist, or the reader may not know that it does: the same answer for both. */
export class NotFound extends Error {
  readonly status = 404
  constructor(message = 'There is no such record, or it is not yours to see.') {
    super(message)
  }
}

/** The reader may know that it exists, and may not do this. Says who can. */
export class NotAllowed extends Error {
  readonly status = 403
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

/** It was here and is no longer: disposed of. */
export class Gone extends Error {
  readonly status = 410
}
