// The frame of an assessment: the child first, then the three domains beside those of the last assessment.
import { domains } from '../../procedures/assessment-frame.ts'
import { ageInWords } from '../case-file/child.ts'
import { DocumentLinks } from '../documents/links.tsx'
import { InsetText, NotificationBanner, Tag } from '../kit/component/messages.tsx'
import { count, sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { adultsOf, emptyIn, saidByAgencies, visitsOf, wordsOfChild } from './around.ts'
import { DomainView } from './domain.view.tsx'
import type { Shown } from './shown.ts'
import { Standing } from './standing.view.tsx'
import { VisitBand } from './visit-band.tsx'

/** Everything below the header. */
export function FrameView(shown: Shown) {
  const { visit, opened } = shown
  const { assessment, name, read, last, address } = opened
  return (
    <>
      <link rel="stylesheet" href="/assets/assessment.css" />
      <Recorded visit={visit} />
      <span class="govuk-caption-l">
        {name}, {ageInWords(read, visit.today.day)}
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">
        {assessment.label}{' '}
        {assessment.concluded ? (
          <Tag class="govuk-tag--green">Concluded</Tag>
        ) : (
          <Tag class="govuk-tag--blue">Under way</Tag>
        )}
      </h1>
      {assessment.concluded && (
        <InsetText>
          It was concluded on {sayDay(assessment.concluded.happened.from)}. What is written now can still be corrected,
          and shows that it was written afterwards.
        </InsetText>
      )}
      <Standing {...shown} />
      <TheChild {...shown} />
      <p class="govuk-body gt-quiet">
        {last
          ? `Each finding stands beside what the last one of this kind found, begun on ${sayDay(last.began.happened.from)}.`
          : 'There is no earlier assessment of this kind on the file to lay beside it.'}{' '}
        <span class="gt-no-print">
          As a document, for the family too:{' '}
          <DocumentLinks title="The assessment" href={form => `${address}/report.${form}`} />
        </span>
      </p>
      {Object.keys(domains).map(domain => (
        <DomainView {...shown} domain={domain as keyof typeof domains} />
      ))}
      <Adults {...shown} />
      <Agencies {...shown} />
      <Parts {...shown} />
      <Empty {...shown} />
    </>
  )
}

function Recorded({ visit }: Pick<Shown, 'visit'>) {
  const said = visit.query['recorded']
  if (typeof said !== 'string' || !/^\d+$/.test(said)) return null
  const recorded = Number(said)
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        {recorded === 0
          ? 'Nothing had changed, and nothing was recorded.'
          : `Recorded: ${count(recorded, 'change')}. The rest stands as it was.`}
      </p>
    </NotificationBanner>
  )
}

/** When the child was seen, and what the child said. */
function TheChild({ opened, mayWrite }: Shown) {
  const { read, assessment, base } = opened
  const words = wordsOfChild(read, assessment)
  const about = `continues-fact=${assessment.began.root}`
  return (
    <section aria-labelledby="child">
      <h2 class="govuk-heading-m" id="child">
        The child
      </h2>
      <VisitBand {...visitsOf(read, assessment)} assessment={assessment} />
      {words.map(({ fact, ownWords, how, present, done }) => (
        <figure class="gt-words">
          <blockquote class="gt-as-typed">
            <Marked text={ownWords} />
          </blockquote>
          <figcaption class="gt-quiet">
            {[sayDay(fact.happened.from), how?.toLowerCase(), present && `there: ${present}`]
              .filter(Boolean)
              .join(' · ')}
            <br />
            {done ? (
              <>
                What we did about it: <Marked text={done} />
              </>
            ) : (
              'What was done about it is not written down.'
            )}
          </figcaption>
        </figure>
      ))}
      {words.length === 0 && <p class="gt-empty">Nothing is recorded in the child’s own words yet.</p>}
      {mayWrite && (
        <ul class="govuk-list gt-assessment__links">
          <li>
            <a class="govuk-link" href={`${base}/record/child-seen`}>
              Record that the child was seen
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`${base}/record/childs-own-words-heard?${about}`}>
              Write down the child’s own words
            </a>
          </li>
        </ul>
      )}
    </section>
  )
}

const askedWords = {
  asked: 'Asked',
  'would-not-say': 'Asked: would not say',
  'not-asked': 'Not asked',
} as const

function Adults({ visit, opened, mayWrite }: Shown) {
  const { read, assessment, address, base } = opened
  const adults = adultsOf(read, assessment, visit.today.day)
  return (
    <section aria-labelledby="adults">
      <h2 class="govuk-heading-m" id="adults">
        Adults in or around the home
      </h2>
      {adults.length === 0 && <p class="gt-empty">No adult around the child is recorded or asked about yet.</p>}
      {adults.length > 0 && (
        <ul class="gt-adults">
          {adults.map(({ name, who, livesWith, asked, near, answer, source, fact }) => (
            <li>
              <b>
                <Marked text={name} />
              </b>
              {who ? `, ${who.toLowerCase()}` : ''}
              {livesWith === true && ', lives with the child'}{' '}
              <Tag class={asked === 'asked' ? 'govuk-tag--green' : asked ? 'govuk-tag--yellow' : 'govuk-tag--grey'}>
                {asked ? askedWords[asked] : 'Not asked yet'}
              </Tag>
              {answer && (
                <div class="gt-as-typed">
                  <Marked text={answer} />
                </div>
              )}
              {fact && (
                <div class="gt-quiet">
                  {[sayDay(fact.happened.from), near, source ? `from ${source}` : 'from whom is not said']
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              )}
              {fact && !who && (
                <div>
                  Stands nowhere else on this file.{' '}
                  {mayWrite && (
                    <a class="govuk-link" href={`${base}/record/person-connected`}>
                      Record {name} among the people in the child’s life
                    </a>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}/adults`}>
            Write down who was asked about, and whether there is somebody else
          </a>
        </p>
      )}
    </section>
  )
}

/** By reference to what each agency recorded: nothing of it is copied. */
function Agencies({ opened }: Shown) {
  const { read, names, assessment, base } = opened
  const said = saidByAgencies(read, names, assessment)
  return (
    <section aria-labelledby="agencies">
      <h2 class="govuk-heading-m" id="agencies">
        What agencies said
      </h2>
      {said.length === 0 && (
        <p class="gt-empty">
          Answers to requests and reports of agencies will stand here.{' '}
          <a class="govuk-link" href={`${base}/involved`}>
            Who else is involved
          </a>
        </p>
      )}
      {said.length > 0 && (
        <ul class="govuk-list">
          {said.map(({ agency, day, what, number }) => (
            <li>
              {number === undefined ? (
                <b>{agency}</b>
              ) : (
                <a class="govuk-link" href={`${base}#fact-${number}`}>
                  {agency}, {sayDay(day)}
                </a>
              )}
              : {what}
              {number === undefined && `, since ${sayDay(day)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Parts({ opened }: Shown) {
  const { parts, base, assessment } = opened
  if (parts.length === 0) return null
  return (
    <section aria-labelledby="parts">
      <h2 class="govuk-heading-m" id="parts">
        Other assessments of the child
      </h2>
      <ul class="govuk-list">
        {parts.map(({ began, label, concluded }) => (
          <li>
            <a class="govuk-link" href={`${base}/assessment/${began.root}`}>
              {label}, begun on {sayDay(began.happened.from)}
            </a>
            : {concluded ? `concluded on ${sayDay(concluded.happened.from)}` : 'under way'}
            {began.kind !== assessment.began.kind && ', on the same frame'}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For whoever authorises it: a list that stops nobody. */
function Empty({ visit, opened }: Shown) {
  const { read, names, assessment } = opened
  const empty = emptyIn(read, names, assessment, adultsOf(read, assessment, visit.today.day))
  return (
    <section aria-labelledby="empty">
      <h2 class="govuk-heading-m" id="empty">
        {assessment.concluded ? 'What was left empty' : 'Before it is authorised: what is empty'}
      </h2>
      {empty.length === 0 && <p class="govuk-body">Every part of the frame says something.</p>}
      {empty.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {empty.map(one => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body gt-quiet">
        This list stops nobody: an assessment may end with something unknown, as long as that can be seen.
      </p>
    </section>
  )
}
