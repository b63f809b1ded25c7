// The procedures of the guidance by chapter, and one of them with its duties: what, who, limit, force, source, editions, layer.
import type { DutyDefinition, EditionOfDuty, PromptDefinition } from '../../engine/duty.ts'
import type { Guidance } from '../../engine/guidance.ts'
import type { ProcedureDefinition } from '../../engine/procedure.ts'
import { type Commencements, getEdition, isCommenced, type Provision, provisions } from '../../guidance/editions.ts'
import { describeLimit, type LocalLimits } from '../../guidance/limits.ts'
import { describeSource } from '../../guidance/sources.ts'
import type { Content } from '../kit/component/markup.ts'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { type Day, sayDay } from '../kit/days.ts'
import { Layers, LayersExplained } from './layers.tsx'

/** The chapters of the guidance of 2018, in our words. Sections that begin with 0 are the introduction and the law beside it. */
export const chapters: Readonly<Record<string, string>> = {
  '1': 'Finding out what a child needs, and helping',
  '2': 'What each organisation owes',
  '3': 'Local arrangements',
  '4': 'Learning from serious incidents',
  '5': 'Reviews of children’s deaths',
  '0': 'About the record, and the law beside the guidance',
}

/** The chapter of a procedure. */
export function chapterOf(procedure: Pick<ProcedureDefinition, 'section'> | undefined): string {
  return procedure?.section.split('.')[0] ?? '0'
}

/** "Chapter 1: Finding out what a child needs, and helping" */
export function sayChapter(chapter: string): string {
  return chapter === '0' ? (chapters['0'] ?? '') : `Chapter ${chapter}: ${chapters[chapter] ?? ''}`
}

/** The stylesheet of these pages. */
export function Styles() {
  return <link rel="stylesheet" href="/assets/guidance.css" />
}

/** Everything below the header of the list. */
export function GuidanceView({ guidance }: { guidance: Guidance }): Content {
  return (
    <>
      <Styles />
      <h1 class="govuk-heading-l">The guidance</h1>
      <p class="govuk-body-l">
        What this system holds people to, procedure by procedure, with where it is written.{' '}
        <a class="govuk-link" href="/guidance/compare">
          Compare two editions
        </a>
        , or see{' '}
        <a class="govuk-link" href="/footprint">
          who covers England
        </a>
      </p>
      <LayersExplained />
      <p class="govuk-body">
        It is a reading of the guidance, in our own words: {guidance.rules.size} duties and the prompts that stand on
        forms. Where nobody has yet compared a rule with a source, it says “not confirmed yet”.
      </p>
      {Object.keys(chapters).map(chapter => {
        const procedures = guidance.procedures.filter(
          one => chapterOf(one) === chapter && one.duties.length + one.prompts.length > 0,
        )
        if (procedures.length === 0) return null
        return (
          <section aria-labelledby={`chapter-${chapter}`}>
            <h2 class="govuk-heading-m" id={`chapter-${chapter}`}>
              {sayChapter(chapter)}
            </h2>
            <ul class="govuk-list gt-procedures">
              {procedures.map(({ id, label, section, duties }) => (
                <li>
                  <a class="govuk-link" href={`/guidance/procedure/${id}`}>
                    {label}
                  </a>{' '}
                  <span class="gt-quiet">
                    {chapter !== '0' && `section ${section}, `}
                    {duties.length === 0
                      ? 'prompts only'
                      : `${duties.length} ${duties.length === 1 ? 'duty' : 'duties'}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

interface ProcedureViewProps {
  procedure: ProcedureDefinition
  local: LocalLimits
  commencements: Commencements
  today: Day
}

/** Everything below the header of one procedure. */
export function ProcedureView({ procedure, local, commencements, today }: ProcedureViewProps): Content {
  const { label, section, leads, takesPart, duties, prompts } = procedure
  return (
    <>
      <Styles />
      <span class="govuk-caption-l">
        {sayChapter(chapterOf(procedure))}
        {chapterOf(procedure) !== '0' && `, section ${section}`}
      </span>
      <h1 class="govuk-heading-l">{label}</h1>
      <p class="govuk-body">
        Leads: {leads}. Takes part: {takesPart}.
      </p>
      {duties.length > 0 && <h2 class="govuk-heading-m">What is owed</h2>}
      {duties.map(rule => (
        <Duty rule={rule} local={local} commencements={commencements} today={today} />
      ))}
      {prompts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What is said on a form</h2>
          <p class="govuk-body">Nothing here can be late: it is said where it matters, to whoever records.</p>
          <ul class="govuk-list gt-procedures">
            {prompts.map(one => (
              <Prompt prompt={one} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface DutyProps extends Omit<ProcedureViewProps, 'procedure'> {
  rule: DutyDefinition
}

function Duty({ rule, local, commencements, today }: DutyProps) {
  return (
    <article class="gt-rule" id={rule.id} aria-labelledby={`${rule.id}-must`}>
      <h3 class="govuk-heading-s" id={`${rule.id}-must`}>
        {rule.must}
      </h3>
      <p class="gt-rule__who">
        {rule.who}. Because of: {rule.arisesFrom.label}. Met by: {rule.dischargedBy.map(kind => kind.label).join(' · ')}
        .
      </p>
      {rule.regime && (
        <p class="gt-rule__who">
          Only {rule.regime.is === 'board' ? 'before' : 'after'} an area’s own{' '}
          {rule.regime.of === 'safeguarding' ? 'safeguarding' : 'child death review'} arrangements began, in 2018 or
          2019.
        </p>
      )}
      <ol class="gt-texts">
        {rule.editions.map(text => (
          <li>
            <Layers text={text} />
            <SummaryList
              class="govuk-summary-list--no-border gt-text"
              rows={rowsOf(text, local, commencements, today)}
            />
          </li>
        ))}
      </ol>
    </article>
  )
}

function rowsOf(text: EditionOfDuty, local: LocalLimits, commencements: Commencements, today: Day) {
  const edition = getEdition(text.edition)
  return [
    { key: 'Limit', value: describeLimit(text.within, local) },
    { key: 'Force', value: forces[text.force] },
    { key: 'Written', value: describeSource({ ...text.source, confirmed: true }) },
    { key: 'Checked', value: text.source.confirmed ? 'Confirmed from a source at hand' : 'Not confirmed yet' },
    {
      key: 'Holds',
      value: text.commencement
        ? sayCommencement(text.commencement, commencements, today)
        : `From ${sayDay(edition.from)}${sayEnd(text)}`,
    },
  ]
}

function sayEnd({ edition, until }: EditionOfDuty): string {
  if (until) return ` to the day before ${sayDay(getEdition(until).from)}`
  const { kind, until: end } = getEdition(edition)
  return kind === 'guidance' || !end ? ', until a later edition says otherwise' : ` to the day before ${sayDay(end)}`
}

const forces = { must: 'Must', should: 'Should', may: 'May', note: 'To know' } as const

/** "In force since 1 April 2027: section 1 …", "Not in force: no day is named for section 1 …". */
export function sayCommencement(provision: Provision, commencements: Commencements, today: Day): string {
  const begins = commencements[provision]
  const what = `section ${provision.split('-s')[1]}, ${provisions[provision].toLowerCase()}`
  if (!begins) return `Not in force: no day is named for ${what}`
  return isCommenced(provision, today, commencements)
    ? `In force since ${sayDay(begins)}: ${what}`
    : `From ${sayDay(begins)}: ${what}`
}

function Prompt({ prompt }: { prompt: PromptDefinition }) {
  return (
    <li>
      {prompt.says}{' '}
      <span class="gt-quiet">
        {forces[prompt.force]}. On the form “{prompt.at.label}”. {describeSource(prompt.source)}
      </span>
    </li>
  )
}
