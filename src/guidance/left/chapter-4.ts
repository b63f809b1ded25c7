/** What of chapter 4 is no duty, no prompt and kept on no record, each with its own reason. */
import type { Left } from '../left.ts'

export const left: Left = {
  'T4-NP-02': 'One area’s experience of how long the Panel takes. The specification says plainly that it is no duty.',
  'T3-TRN-01':
    'It says that boards go on until an area’s own arrangements begin. Rules hold to it by their regime; nothing is done by it.',
  'WT18-4.8-01':
    'How the Secretary of State sets up the Panel, staffs and pays it: done before any case, by somebody who keeps no record here.',
}
