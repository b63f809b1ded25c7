// Under which line a record stands, until when it is kept, what stops its disposal, and what the visitor may do about it.
import { isPartner } from '../../access/policy.ts'
import type { Statement } from '../../engine/fact.ts'
import { ownWorkEnded } from '../../procedures/closing.ts'
import { retentionHoldPlaced, retentionHoldReleased } from '../../procedures/disposal.ts'
import { wordsOf } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Details, InsetText, Tag, WarningText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { sayHappened } from '../record/fact-words.ts'
import { named } from '../record/open-form.ts'
import type { OpenRetention } from './retention.page.ts'
import { sayGround, sayHeld, sayRule, sayWhose } from './words.ts'

/** The page. */
export function retentionView(visit: Visit, form: FormState, opened: OpenRetention): string {
  const { head, name, kept, holds, why } = opened
  const base = `/case/${head.reference}`
  const today = visit.today.day
  const children = (
    <>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">How long this record is kept</h1>
      {kept ? (
        <SummaryList
          rows={[
            {
              key: 'Rule',
              value: (
                <>
                  <a class="govuk-link" href="/disposal/schedule">
                    {sayRule(kept.category, kept.counts, kept.months)}
                  </a>
                  <br />
                  <Tag class="govuk-tag--grey">Local policy</Tag> {sayWhose(kept.isSet)}
                </>
              ),
            },
            { key: 'Closed', value: sayDay(kept.closedOn) },
            {
              key: 'Counted from',
              value: `${kept.counts === 'birth' ? 'The birth' : 'The closing, or what happened last'}, ${sayDay(kept.countsFrom)}`,
            },
            { key: kept.until <= today ? 'Over since' : 'Kept until', value: sayDay(kept.until) },
            { key: 'Who recorded', value: whoRecorded(opened) },
            { key: 'What stops it', value: kept.held.length === 0 ? 'Nothing' : `${sayHeld(kept.held).join('. ')}.` },
            kept.proposal && {
              key: 'Proposed',
              value: `That it is disposed of: ${kept.proposal.by}, ${sayDay(kept.proposal.on)}`,
            },
          ]}
        />
      ) : (
        <NotOver visit={visit} opened={opened} />
      )}
      <h2 class="govuk-heading-m">Holds</h2>
      <p class="govuk-body">
        A hold keeps the record from disposal until the agency that placed it releases it, also after the day on which
        it was expected to end.
      </p>
      {holds.map(hold => (
        <Hold visit={visit} hold={hold} opened={opened} />
      ))}
      {holds.length === 0 && <p class="gt-empty">Nobody holds this record back, as far as you may see.</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/record/${retentionHoldPlaced.kind}`}>
          Hold back the disposal of this record
        </a>
      </p>
      <Acts {...{ visit, form, opened }} />
    </>
  )
  return framed(visit, {
    title: `How long this record is kept: ${name}`,
    back: { href: base, text: name },
    why: <p>{why}</p>,
    children,
  })
}

/** Why no end is known: open, or closed by others. */
function NotOver({ visit, opened: { head, read } }: { visit: Visit; opened: OpenRetention }) {
  const hasEnded = read.known.byKind.get(ownWorkEnded.kind)?.some(one => one.agency === visit.post.agency.id)
  return (
    <>
      <InsetText>
        This case is open, or it is not your agency that closed it. Its record is kept. The time begins when the case is
        closed.
      </InsetText>
      {head.kind === 'child' && isPartner(visit.post.role) && (
        <p class="govuk-body">
          {hasEnded ? (
            'That your own work ended is recorded. Others recorded here as well, or were told of it: the council closes the file.'
          ) : (
            <>
              A file that your agency keeps for itself ends with your own work:{' '}
              <a class="govuk-link" href={`/case/${head.reference}/record/${ownWorkEnded.kind}`}>
                say that it ended
              </a>
              .
            </>
          )}
        </p>
      )}
    </>
  )
}

/** The record of all of them ends with it: whoever still needs it holds it back. */
function whoRecorded({ read, names }: OpenRetention): string {
  const agencies = [...new Set(read.entries.map(one => names.agencies.get(one.agency) ?? 'another agency'))]
  return new Intl.ListFormat('en-GB').format(agencies.toSorted())
}

function Hold({ visit, hold, opened }: { visit: Visit; hold: Statement; opened: OpenRetention }) {
  const { ground, until } = hold.data as { ground?: string; until?: string }
  const { head, read, names } = opened
  const by = read.entries.find(one => one.id === hold.root)?.recordedBy
  const person = by ? names.posts.get(by)?.name : undefined
  const isOwn = hold.agency === visit.post.agency.id
  return (
    <SummaryList
      card={{
        title: sayGround(ground ?? ''),
        titleLevel: 3,
        actions: isOwn
          ? [
              {
                href: `/case/${head.reference}/record/${retentionHoldReleased.kind}?${named.about}=${hold.root}`,
                text: 'Release',
              },
            ]
          : [],
      }}
      rows={[
        { key: 'Placed by', value: [person, names.agencies.get(hold.agency)].filter(Boolean).join(', ') },
        { key: 'Since', value: sayHappened(hold.happened) },
        until !== undefined && {
          key: 'Expected until',
          value: `${sayDay(until)}${until < visit.today.day ? '. That day has passed: ask whether it is still needed.' : ''}`,
        },
        { key: 'Why', value: wordsOf(read, hold)['why'] ?? 'Not said' },
      ]}
    />
  )
}

interface ActsProps {
  visit: Visit
  form: FormState
  opened: OpenRetention
}

function Acts({ visit, form, opened: { kept, mayDispose, isOwn, head } }: ActsProps) {
  if (!kept || !mayDispose) return null
  const isOver = kept.until <= visit.today.day && kept.held.length === 0
  if (!isOver && !kept.proposal) return null
  return (
    <form method="post" action={`/case/${head.reference}/disposal`} novalidate>
      <input type="hidden" name="_csrf" value={visit.csrf} />
      <input type="hidden" name="_submission" value={form.submission} />
      <h2 class="govuk-heading-m">{kept.proposal ? 'Decide' : 'Propose'}</h2>
      {!kept.proposal && (
        <>
          <p class="govuk-body">
            The schedule no longer keeps this record and nothing stops its disposal. A second person decides.
          </p>
          <Button name="_do" value="propose" preventDoubleClick>
            Propose that it is disposed of
          </Button>
        </>
      )}
      {kept.proposal && isOwn && <InsetText>You proposed it. Somebody else decides; you can take it back.</InsetText>}
      {kept.proposal && !isOver && <InsetText>Something stops it now: nobody can dispose of it.</InsetText>}
      {kept.proposal && !isOwn && isOver && (
        <>
          <WarningText>What is written in it is gone for good: names, reports, what the child said.</WarningText>
          <Button class="govuk-button--warning" name="_do" value="approve" preventDoubleClick>
            Dispose of this record
          </Button>
        </>
      )}
      {kept.proposal && (
        <Details summary={isOwn ? 'Take it back' : 'It should be kept'}>
          <Textarea
            id="reasons"
            name="reasons"
            label="Why it is kept"
            hint="If it must be kept for long, place a hold as well: otherwise it stands on the list again."
            rows={2}
            value={valueOf(form.typed, 'reasons')}
          />
          <Button class="govuk-button--secondary" name="_do" value="decline">
            Keep it for now
          </Button>
        </Details>
      )}
    </form>
  )
}
