// The form of the story's own provider: a name and a password. It lists nobody.
import { timingSafeEqual } from 'node:crypto'
import { NotFound } from '../../access/refusals.ts'
import { storyPassword } from '../../story/provider.ts'
import { Button } from '../kit/component/button.tsx'
import { ErrorSummary } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { ActionForm } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Answer, OpenVisit } from '../pipeline/page.ts'
import { TooOften } from '../pipeline/refuse.tsx'
import { storyOf } from './sign-in.page.ts'

/** `GET /story-sign-in/form/:uid` */
export async function page(visit: OpenVisit): Promise<Answer> {
  if (!(await storyOf(visit).isUnderWay(uidOf(visit)))) return { redirect: '/sign-in' }
  return { html: view(visit, '', []) }
}

/** `POST /story-sign-in/form/:uid` */
export async function submit(visit: OpenVisit): Promise<Answer> {
  const { door } = visit
  const story = storyOf(visit)
  const name = valueOf(visit.body, 'name').toLowerCase()
  if (await door.hasFailedTooOften()) throw new TooOften()
  const { rows } = await door.database.query<{ id: string }>('select id from practitioner where sign_in = $1', [name])
  if (!rows[0] || !isPassword(valueOf(visit.body, 'password'))) {
    await door.countFailed()
    return {
      html: view(visit, name, ['Enter a sign-in name and its password as they were printed when the server started']),
      status: 422,
    }
  }
  return { redirect: (await story.finish(uidOf(visit), rows[0])) ?? '/sign-in' }
}

function uidOf(visit: OpenVisit): string {
  const { uid } = visit.params
  if (!uid) throw new NotFound()
  return uid
}

function isPassword(text: string): boolean {
  const [given, wanted] = [Buffer.from(text), Buffer.from(storyPassword)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function view(visit: OpenVisit, name: string, problems: readonly string[]): string {
  const children = (
    <>
      {problems.length > 0 && <ErrorSummary errors={problems.map(message => ({ message, href: '#name' }))} />}
      <h1 class="govuk-heading-l">Sign in to the story</h1>
      <p class="govuk-body">
        This stands in for the account of your organisation. The names and the password were printed when the server
        started.
      </p>
      <ActionForm visit={visit} action={visit.path}>
        <TextInput
          name="name"
          label="Sign-in name"
          value={name}
          error={problems[0]}
          class="govuk-!-width-one-half"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
        />
        <TextInput
          name="password"
          label="Password"
          type="password"
          class="govuk-!-width-one-half"
          autocomplete="current-password"
        />
        <Button>Sign in</Button>
      </ActionForm>
    </>
  )
  return framed(visit, { title: 'Sign in to the story', hasErrors: problems.length > 0, children })
}
