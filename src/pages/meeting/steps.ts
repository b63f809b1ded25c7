/** How far a meeting has come, as steps on a line. */
import { sayDay } from '../kit/days.ts'
import type { ProcessStep } from '../kit/process-line.tsx'
import type { Meeting } from './opened.ts'

/**
 * Called, answered, reports, held, minutes, signed: what is done, what is now, what lies ahead.
 * @param hearsAll whether the reader was told what everybody answered and sent: else nothing is said of how many did
 */
export function stepsOf({ called, closed, minutes, seats, guests, circle }: Meeting, hearsAll: boolean): ProcessStep[] {
  const agencies = seats.filter(seat => !seat.isOwner)
  const asked = [...agencies, ...guests]
  const answered = asked.filter(one => one.answer).length
  const reports = [...seats, ...guests].filter(one => one.report).length
  const reporting = [...agencies, ...guests.filter(guest => guest.isReportWanted || guest.report)].length
  const signed = seats.filter(seat => seat.signed?.data.answer === 'signed').length
  const isHeld = closed !== undefined && closed.data.how !== 'not-held'
  const of = (some: number, all: number) => `${some} of ${all}`
  type Step = [label: string, isDone: boolean, note: string | undefined]
  const areReportsAsked = circle.reportsBy || reports > 0 || guests.some(guest => guest.isReportWanted)
  const ofAnswers: Step[] = [
    ['Answers', asked.length > 0 && answered === asked.length, of(answered, asked.length)],
    ...(areReportsAsked
      ? [['Reports', reports >= reporting && reports > 0, of(reports, Math.max(reporting, reports))] satisfies Step]
      : []),
  ]
  const steps: Step[] = [
    ['Called', true, sayDay(called.happened.from)],
    ...(hearsAll ? ofAnswers : []),
    [
      closed?.data.how === 'not-held'
        ? 'Not held'
        : closed?.data.how === 'emergency'
          ? 'Decided in an emergency'
          : 'Held',
      closed !== undefined,
      closed ? sayDay(closed.happened.from) : sayDay(circle.plannedFor ?? called.happened.from),
    ],
    ['Minutes', minutes !== undefined, minutes && sayDay(minutes.happened.from)],
    ['Signed', minutes !== undefined && signed === seats.length, minutes && of(signed, seats.length)],
  ]
  // Once it is over, what was not answered before it will not be.
  const isOver = (label: string) => closed !== undefined && (label === 'Answers' || label === 'Reports')
  const isVain = (label: string) => closed !== undefined && !isHeld && (label === 'Minutes' || label === 'Signed')
  const now = steps.find(([label, isDone]) => !isDone && !isOver(label) && !isVain(label))
  return steps.map(([label, isDone, note]) => ({
    label,
    state: isDone ? 'done' : isOver(label) || isVain(label) ? 'not-needed' : label === now?.[0] ? 'now' : 'ahead',
    ...(note ? { note } : {}),
  }))
}
