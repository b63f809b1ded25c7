// Where the child is in the process: its steps on a line. Said in words as well as drawn.
import type { Content } from './component/markup.ts'

/** `next`: it is not begun, and owed. */
export type StepState = 'done' | 'now' | 'next' | 'ahead' | 'not-needed'

export interface ProcessStep {
  label: Content
  state: StepState
  /** When it was done, or by when it must be. */
  note?: Content
  href?: string | undefined
}

const said: Record<StepState, string> = {
  done: 'Done',
  now: 'Now',
  next: 'Next',
  ahead: 'Ahead',
  'not-needed': 'None',
}

/** What is no more than done or ahead is drawn, and said to whoever does not see it drawn. */
const isSaid: ReadonlySet<StepState> = new Set(['now', 'next', 'not-needed'])

const signs: Record<StepState, Content> = {
  done: (
    <>
      <circle class="full" r="10" />
      <path class="tick" d="M-5 0l3.5 4L5-4" />
    </>
  ),
  now: (
    <>
      <circle class="open" r="9.5" />
      <circle class="full" r="4.5" />
    </>
  ),
  next: <circle class="open" r="9.5" />,
  ahead: <circle class="open" r="8" />,
  'not-needed': <path class="dash" d="M-6 0H6" />,
}

/** The steps of one procedure, in order. Give it a label that names the procedure. */
export function ProcessLine({ label, steps }: { label: string; steps: ProcessStep[] }) {
  return (
    <ol class="gt-process" aria-label={label}>
      {steps.map(step => (
        <li
          class={`gt-process__step gt-process__step--${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <svg class="gt-process__sign" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
            {signs[step.state]}
          </svg>
          <span class="gt-process__words">
            <span class={isSaid.has(step.state) ? 'gt-process__state' : 'govuk-visually-hidden'}>
              {said[step.state]}:{' '}
            </span>
            {step.href ? (
              <a class="govuk-link" href={step.href}>
                {step.label}
              </a>
            ) : (
              step.label
            )}
            {step.note && <span class="gt-process__note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
