// What is due: the figures at the top, and the duties by day.
import { type Content, names } from './component/markup.ts'

/** A number; where counting ended before what is counted did, it is so many or more. */
export interface Counted {
  readonly number: number
  readonly orMore?: boolean
}

/** '1,204', or '1,000+'. */
export function sayCounted({ number, orMore }: Counted): string {
  return `${number.toLocaleString('en-GB')}${orMore ? '+' : ''}`
}

export interface Figure extends Counted {
  label: string
  href: string
  /** Only what is overdue is red. */
  isOverdue?: boolean | undefined
}

/** Big figures, each leading to what it counts. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul class="gt-figures">
      {figures.map(figure => (
        <li class={names('gt-figures__item', figure.isOverdue && figure.number > 0 && 'gt-figures__item--overdue')}>
          <a class="gt-figures__link" href={figure.href}>
            <b class="gt-figures__number">{sayCounted(figure)}</b> {figure.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

export interface ListedDuty {
  /** Whose it is: the child or the matter. */
  who: Content
  href: string
  /** What must be done, in plain words: 'Hold an initial child protection conference'. */
  must: Content
  /** By whom. */
  by?: Content
  /** From sayDue: 'tomorrow', '3 working days left (Friday 17 April)', '11 days late'. */
  due: Content
  isOverdue?: boolean | undefined
  /** Anything to notice: restrictions, 'to be confirmed'. */
  tags?: Content
  /** A Sparkline. */
  thread?: Content
}

/** Duties under the headings of their days. */
export function DutyGroups({
  groups,
  empty,
}: {
  groups: { heading: Content; duties: ListedDuty[] }[]
  empty: Content
}) {
  const shown = groups.filter(group => group.duties.length > 0)
  if (shown.length === 0) return <p class="gt-empty">{empty}</p>
  return (
    <>
      {shown.map(group => (
        <section class="gt-duties">
          <h2 class="gt-duties__day">{group.heading}</h2>
          <ul class="gt-duties__list">
            {group.duties.map(duty => (
              <DutyRow {...duty} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** One duty; also used alone in the column "what is owed" of a case. */
export function DutyRow(duty: ListedDuty) {
  return (
    <li class={names('gt-duty', duty.isOverdue && 'gt-duty--overdue', duty.thread ? 'gt-duty--threaded' : null)}>
      <p class="gt-duty__who">
        <a class="govuk-link" href={duty.href}>
          {duty.who}
        </a>{' '}
        {duty.tags}
      </p>
      <p class="gt-duty__must">{duty.must}</p>
      {duty.by && <p class="gt-duty__by">{duty.by}</p>}
      <p class="gt-duty__due">
        {duty.isOverdue && <span class="gt-duty__flag">Overdue</span>} {duty.due}
      </p>
      {duty.thread && <div class="gt-duty__thread">{duty.thread}</div>}
    </li>
  )
}
