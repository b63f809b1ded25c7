// Handing over a census file, earlier imports, and what became of one.
import { formatNames } from '../../exchange/formats.ts'
import { dueHref } from '../due/ask.ts'
import { Styles } from '../due/due.view.tsx'
import { Button } from '../kit/component/button.tsx'
import { FileUpload } from '../kit/component/file-upload.tsx'
import type { Content } from '../kit/component/markup.ts'
import { ErrorSummary, InsetText } from '../kit/component/messages.tsx'
import { Pagination } from '../kit/component/pagination.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { Table } from '../kit/component/table.tsx'
import { count, sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import type { ImportRow, ProblemRow } from './imports.ts'

/** Why a file was not taken, and what of it was kept. */
export interface Refused {
  readonly why: string
  readonly hint: Content
}

interface ImportViewProps {
  visit: Visit
  imports: readonly ImportRow[]
  refused: Refused | undefined
}

/** Everything below the header of `/import`. */
export function ImportView({ visit, imports, refused }: ImportViewProps) {
  const areas = visit.post.areas.map(({ name }) => name).join(' and ')
  return (
    <>
      <Styles />
      {refused && <ErrorSummary description={refused.hint} errors={[{ message: refused.why, href: '#file' }]} />}
      <h1 class="govuk-heading-l">Import a census file</h1>
      <p class="govuk-body">
        The Children in Need census of {areas}, as XML. Each child becomes a file here, or more of the file that is here
        already: nothing is taken twice, nothing that was recorded is changed, and what cannot be kept is listed with
        its place.
      </p>
      <form method="post" action="/import" enctype="multipart/form-data">
        <input type="hidden" name="_csrf" value={visit.csrf} />
        <FileUpload
          name="file"
          label="Census file"
          labelClass="govuk-label--s"
          hint="Up to 600 megabytes. A thousand children take some seconds, a whole authority some minutes. This page answers when all of it has been read: leave it open."
          error={refused?.why}
          attributes={{ accept: '.xml,application/xml,text/xml' }}
        />
        <Button preventDoubleClick>Import</Button>
      </form>
      <Earlier visit={visit} imports={imports} />
    </>
  )
}

function Earlier({ visit, imports }: Pick<ImportViewProps, 'visit' | 'imports'>) {
  return (
    <section>
      <h2 class="govuk-heading-m" id="earlier">
        Earlier imports
      </h2>
      {imports.length === 0 && <p class="gt-empty">What is imported will be listed here, the newest first.</p>}
      {imports.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be reachable by keyboard to be scrolled
        <div class="gt-scroll" role="region" aria-labelledby="earlier" tabindex={0}>
          <Table
            class="gt-compact"
            head={[
              { content: 'File' },
              { content: 'When' },
              { content: 'By' },
              { content: 'Children', format: 'numeric' },
              { content: 'Records added', format: 'numeric' },
              { content: 'Not kept', format: 'numeric' },
            ]}
            rows={imports.map(row => [
              {
                content: (
                  <a class="govuk-link" href={`/import/${row.id}`}>
                    {row.name}
                  </a>
                ),
              },
              { content: `${momentOf(visit, row.started_at)}${row.finished_at === null ? ', not finished' : ''}` },
              { content: row.by ?? 'An operator' },
              ...(['children', 'added', 'problems'] as const).map(name => ({
                content: row.counts[name]?.toLocaleString('en-GB') ?? '–',
                format: 'numeric' as const,
              })),
            ])}
          />
        </div>
      )}
    </section>
  )
}

function momentOf(visit: Visit, instant: number): string {
  const format = { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' } as const
  return `${sayDay(visit.ledger.dayOf(instant))}, ${new Intl.DateTimeFormat('en-GB', format).format(instant)}`
}

interface ImportResultProps {
  visit: Visit
  row: ImportRow
  problems: readonly ProblemRow[]
  /** The number of the problem before the first one shown. */
  after: number
  isMore: boolean
}

/** Everything below the header of `/import/:id`. */
export function ImportResult(props: ImportResultProps) {
  const { visit, row } = props
  const { children = 0, episodes = 0, added = 0, unchanged = 0, problems = 0 } = row.counts
  const number = (value: number) => value.toLocaleString('en-GB')
  return (
    <>
      <Styles />
      <span class="govuk-caption-l">{formatNames[row.format] ?? row.format}</span>
      <h1 class="govuk-heading-l gt-lines">{row.name}</h1>
      {row.finished_at === null && (
        <InsetText>
          This import has not finished. It is still being read, or the server was stopped in the middle: what was kept
          until then stays kept, and the same file sent again adds only what is missing.
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Imported', value: `${momentOf(visit, row.started_at)}, by ${row.by ?? 'an operator'}` },
          { key: 'Children', value: number(children) },
          { key: 'Episodes', value: number(episodes) },
          { key: 'Records added', value: number(added) },
          { key: 'Known already', value: number(unchanged) },
          { key: 'Not kept, or not as they stood', value: number(problems) },
        ]}
      />
      <p class="govuk-body">
        What it shows:{' '}
        <a class="govuk-link" href={dueHref({ scope: 'agency', show: 'overdue' })}>
          duties that are overdue
        </a>
        ,{' '}
        <a class="govuk-link" href={dueHref({ scope: 'area', show: 'met-late' })}>
          duties met late
        </a>
        ,{' '}
        <a class="govuk-link" href="/overview?period=24-months">
          the timeliness of each step in the last 24 months
        </a>
        . These lists hold all duties, not only those of this file.
      </p>
      <Problems {...props} />
    </>
  )
}

/** A place in the file, which may go on in the next line behind each slash. */
function Place({ path }: { path: string }) {
  return (
    <>
      {path.split('/').map((part, at) => (
        <>
          {at > 0 && (
            <>
              /<wbr />
            </>
          )}
          {part}
        </>
      ))}
    </>
  )
}

function Problems({ row, problems, after, isMore }: ImportResultProps) {
  const all = row.counts.problems ?? 0
  if (all === 0) {
    return row.finished_at === null ? null : <p class="govuk-body">Everything in the file was kept as it stood.</p>
  }
  const last = problems.at(-1)
  const base = `/import/${row.id}`
  return (
    <section>
      <h2 class="govuk-heading-m" id="problems">
        {count(all, 'thing')} not kept, or not as {all === 1 ? 'it' : 'they'} stood
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/problems.csv`}>
          Download all of them for a spreadsheet (CSV)
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be reachable by keyboard to be scrolled */}
      <div class="gt-scroll" role="region" aria-labelledby="problems" tabindex={0}>
        <Table
          class="gt-compact"
          head={[
            { content: 'Line', format: 'numeric' },
            { content: 'Child' },
            { content: 'Place' },
            { content: 'What happened' },
          ]}
          rows={problems.map(({ line, child, path, why }) => [
            { content: line?.toLocaleString('en-GB') ?? '', format: 'numeric' },
            { content: child ?? '', class: 'gt-lines' },
            { content: <Place path={path ?? ''} />, class: 'gt-lines' },
            { content: why },
          ])}
        />
      </div>
      {(after > 0 || isMore) && (
        <Pagination
          label="Pages of problems"
          {...(after > 0 ? { previous: { href: base, text: 'First page' } } : {})}
          {...(isMore && last ? { next: { href: `${base}?after=${last.number}`, text: 'Next page' } } : {})}
        />
      )}
    </section>
  )
}
