/** What every part of the page of an assessment needs. */
import type { Visit } from '../pipeline/page.ts'
import type { OpenAssessment } from './opened.ts'

export interface Shown {
  readonly visit: Visit
  readonly opened: OpenAssessment
  /** Whether the visitor’s post records. */
  readonly mayWrite: boolean
}
