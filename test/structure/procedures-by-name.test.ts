/**
 * A new procedure is a commit that touches only procedures/, guidance/, stories and generated documents. So nothing else may know
 * one by name: neither its id, nor a kind of its facts, nor its file. What must is listed, with the reason.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { caseKinds } from '../../src/engine/procedure.ts'
import { procedures } from '../../src/procedures/index.ts'

const source = path.resolve(import.meta.dirname, '../../src')

/** Where procedures live and are told. */
const atHome = /^(procedures|guidance|story)\/|\.test\.tsx?$/
/** What procedures are listed in and share, rather than one of them. */
const shared = new Set(['index', 'documents', 'case-kinds', 'code-lists', 'decided-locally', 'people', 'subjects'])
/** Words that mean something else as well: kinds of case, and who owes. */
const otherwise = new Set<string>([...caseKinds, 'safeguarding-partners', 'national-panel'])

/** Each place that names procedures or their facts: why, and which. Taken out where it no longer does; a new name needs a better reason than “it works”. */
const needed: Readonly<Record<string, readonly [why: string, ...names: string[]]>> = {
  access: ['Opening a restricted file in an emergency is an act of its own in the policy.', 'break-glass'],
  api: [
    'Asking, answering and saying why something was late are operations of their own; a system tells the council of a child by a worry and a referral.',
    'departure',
    'disagreement-facts',
    'filed-document',
    'information-request',
    'information-request-answered',
    'information-requested',
    'meeting-facts',
    'meeting-guest-facts',
    'observation',
    'referral',
  ],
  'exchange/cin': [
    'The census has elements for these facts; each is read into its kind, and what its rules would query is judged from them.',
    'assessment',
    'assessment-authorised',
    'assessment-reviewed',
    'assessment-started',
    'birth-expected',
    'case-closed',
    'child-born',
    'child-described',
    'child-died',
    'child-identified',
    'child-in-need-plan',
    'child-in-need-plan-ended',
    'child-in-need-plan-started',
    'child-protection-plan',
    'child-protection-plan-started',
    'closing',
    'early-help',
    'enquiry-facts',
    'initial-conference-held',
    'plan-category-changed',
    'plan-ended',
    'plan-facts',
    'pre-proceedings-recorded',
    'referral',
    'referral-decided',
    'referral-received',
    'review-conference-held',
    'section-47-enquiry-concluded',
    'section-47-enquiry-started',
    'strategy-discussion',
  ],
  ledger: [
    'Asking another agency, disagreeing with one, opening in an emergency, a person’s own copy, removing words, disposing, whose case it is, what somebody without an account may know of a referral, the file of a document, the published threshold document: the ledger writes more than the fact.',
    'allocation',
    'break-glass',
    'break-glass-reviewed',
    'disagreement',
    'disagreement-answered',
    'disagreement-facts',
    'disagreement-ladder',
    'disagreement-raised',
    'disagreement-settled',
    'disagreement-taken-higher',
    'disagreement-withdrawn',
    'disposal',
    'early-help',
    'filed-document',
    'information-request',
    'meeting-facts',
    'meeting-guest-facts',
    'meeting-kinds',
    'redaction',
    'referral',
    'retention',
    'strategy-discussion',
    'subject-access-request',
    'threshold-document',
    'threshold-document-published',
  ],
  'pages/access-request': [
    'The copy for a person tells their story in the order of these facts.',
    'assessment-authorised',
    'assessment-delay-explained',
    'assessment-outcome-told',
    'assessment-reviewed',
    'assessment-started',
    'case-allocated',
    'case-closed',
    'chair-met-family',
    'child-died',
    'child-in-need-plan-ended',
    'child-in-need-plan-reviewed',
    'child-in-need-plan-started',
    'child-moved-in',
    'child-protection-plan-started',
    'child-seen',
    'childs-own-words-heard',
    'conference-outcome-told',
    'conference-planned',
    'conference-report-shared',
    'core-group-held',
    'disagreement-answered',
    'disagreement-raised',
    'disagreement-safety-answered',
    'disagreement-settled',
    'disagreement-taken-higher',
    'disagreement-withdrawn',
    'enquiry-outcome-told',
    'family-told',
    'information-request-answered',
    'information-request-withdrawn',
    'information-requested',
    'initial-conference-held',
    'lead-social-worker-named',
    'meeting-facts',
    'meeting-guest-facts',
    'move-notified',
    'observation-recorded',
    'plan-category-changed',
    'plan-detailed',
    'plan-ended',
    'police-told',
    'pre-proceedings-recorded',
    'referral-decided',
    'referral-received',
    'review-conference-held',
    'review-conference-planned',
    'section-47-enquiry-concluded',
    'section-47-enquiry-started',
    'strategy-discussion-held',
    'subject-access-request',
    'subject-access-requested',
    'support-after-plan-discussed',
  ],
  'pages/answer': ['The answer to a request is written beside the question.', 'information-request'],
  'pages/assessment': [
    'The frame of an assessment lays its findings beside the last ones, with visits, answers and reports by reference.',
    'assessment',
    'assessment-frame',
    'information-request',
    'meeting-facts',
    'meeting-guest-facts',
  ],
  'pages/ask': ['One page asks several agencies at once.', 'information-request'],
  'pages/break-glass': [
    'Opening, being told and reviewing are three screens around one fact.',
    'break-glass',
    'break-glass-reviewed',
  ],
  'pages/case-file': [
    'Why something was late, and that words were removed, stands at what it is about, not in a row of its own.',
    'departure',
    'disagreement',
    'disagreement-facts',
    'redaction',
  ],
  'pages/disagreement': [
    'A disagreement is drawn as a ladder, and what each side says of it reaches the other.',
    'disagreement',
    'disagreement-facts',
    'disagreement-ladder',
    'referral',
  ],
  'pages/disposal': [
    'What is no longer kept is proposed, held and certified on pages of its own.',
    'closing',
    'disposal',
    'retention',
    'retention-hold-placed',
    'retention-hold-released',
  ],
  'pages/documents': [
    'A plan and a letter are put together from these facts.',
    'child-protection-plan',
    'core-group',
    'filed-document',
    'initial-conference',
    'meeting-facts',
    'meeting-guest-facts',
    'meeting-kinds',
    'plan-facts',
    'referral',
    'review-conference',
  ],
  'pages/duty': ['The page of a duty takes the reason for its lateness.', 'departure', 'departure-explained'],
  'pages/early-help': [
    'A plan with its aims and their scores is drawn, not listed; a child steps up or down with what is known already.',
    'assessment',
    'child-in-need-plan',
    'early-help',
    'early-help-agreement-asked',
    'early-help-aim-scored',
    'early-help-aim-set',
    'early-help-aims',
    'early-help-assessed',
    'early-help-ended',
    'early-help-plan-started',
    'early-help-refusal-judged',
    'early-help-reviewed',
    'referral',
  ],
  'pages/file-document': ['A document is filed together with its file.', 'filed-document'],
  'pages/involved': [
    'The picture of who is involved is made from answers; whoever told the council of the child is rung.',
    'information-request',
    'referral',
  ],
  'pages/log': ['A look in an emergency is marked with its review.', 'break-glass-reviewed'],
  'pages/meeting': [
    'One page holds a meeting, from the invitation to the signed minutes.',
    'meeting-facts',
    'meeting-guest-facts',
    'meeting-kinds',
  ],
  'pages/new-child': ['A new file begins with a referral or with what somebody saw.', 'observation', 'referral'],
  'pages/overview': ['The overview counts reasons for lateness.', 'departure-explained'],
  'pages/record': [
    'These kinds have pages of their own in place of the ordinary form; a late record asks why; a decision begins with what was referred and proposed; the day of a plan is compared with that of its conference.',
    'child-protection-plan',
    'departure',
    'filed-document',
    'disagreement-facts',
    'information-request',
    'meeting-facts',
    'meeting-guest-facts',
    'observation',
    'plan-facts',
    'redaction',
    'referral',
    'subject-access-request',
  ],
  'pages/redact': ['Words are chosen in the text, and removed by two people.', 'redaction'],
  'pages/refer': [
    'A club refers and follows what became of it on pages of its own.',
    'disagreement-facts',
    'disagreement-ladder',
    'observation',
    'referral',
  ],
  'pages/share': ['What the family knows is offered beside what is shared.', 'family-told'],
  'pages/triage': [
    'The front door’s queue is of referrals, and of what is still to be answered about them.',
    'disagreement',
    'information-request',
    'referral',
  ],
  'pages/why': ['“Why can I see this?” names an emergency opening.', 'break-glass'],
  'pages/worry': [
    'Somebody without an account refers, and disagrees with what became of it, on pages of their own.',
    'disagreement-facts',
    'disagreement-ladder',
    'referral',
  ],
}

const names = new Set(
  procedures
    .flatMap(one => [one.id, ...one.facts.map(fact => fact.kind)])
    // One word alone is too common to be told from other uses.
    .filter(name => name.includes('-') && !otherwise.has(name)),
)

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const full = path.join(folder, name)
    return statSync(full).isDirectory() ? filesIn(full) : [path.relative(source, full).split(path.sep).join('/')]
  })
}

function namedIn(file: string): string[] {
  const text = readFileSync(path.join(source, file), 'utf8')
  const quoted = [...text.matchAll(/['"`]([a-z0-9-]+)['"`]/g)].map(match => match[1] ?? '')
  const imported = [...text.matchAll(/from '[^']*\/procedures\/([\w-]+)\.ts'/g)].map(match => match[1] ?? '')
  return [...quoted.filter(name => names.has(name)), ...imported.filter(name => !shared.has(name))]
}

/** A screen or a format is a place; so is each of the other folders. */
function placeOf(file: string): string {
  return file
    .split('/')
    .slice(0, /^(pages|exchange)\//.test(file) ? 2 : 1)
    .join('/')
}

test('nothing outside the procedures names one of them or a kind of its facts, except where it must, and why is said here', () => {
  const found: Record<string, Set<string>> = {}
  for (const file of filesIn(source).filter(one => /\.(tsx?|js)$/.test(one) && !atHome.test(one)))
    for (const name of namedIn(file)) (found[placeOf(file)] ??= new Set()).add(name)
  expect(Object.fromEntries(Object.entries(found).map(([place, all]) => [place, [...all].toSorted()]))).toEqual(
    Object.fromEntries(Object.entries(needed).map(([place, [, ...all]]) => [place, all.toSorted()])),
  )
})

test('each place has a reason of its own', () => {
  const reasons = Object.values(needed).map(([why]) => why)
  expect(new Set(reasons).size).toBe(reasons.length)
})
