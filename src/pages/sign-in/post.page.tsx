// Which post somebody acts in: what they see and may do follows from it.
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { ErrorSummary } from '../kit/component/messages.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { ActionForm } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Answer, OpenVisit } from '../pipeline/page.ts'
import { unknownView } from './sign-in.view.tsx'

/** `GET /post` */
export async function page(visit: OpenVisit): Promise<Answer> {
  if (visit.practitioner?.posts.length === 0) return { html: unknownView(visit, visit.practitioner.name), status: 403 }
  return { html: view(visit, undefined) }
}

/** `POST /post` */
export async function submit(visit: OpenVisit): Promise<Answer> {
  const chosen = valueOf(visit.body, 'post')
  if (!visit.practitioner?.posts.some(({ id }) => id === chosen)) {
    return { html: view(visit, 'Select the post you act in now'), status: 422 }
  }
  visit.door.choosePost(chosen)
  return { redirect: '/' }
}

function view(visit: OpenVisit, error: string | undefined): string {
  const posts = visit.practitioner?.posts ?? []
  const children = (
    <>
      {error && <ErrorSummary errors={[{ message: error, href: '#post' }]} />}
      <ActionForm visit={visit} action="/post">
        <Radios
          name="post"
          legend="Which post do you act in now?"
          legendClass="govuk-fieldset__legend--l"
          legendIsHeading
          hint="You see and may do what belongs to this post. You can change it at any time: your name at the top leads here."
          error={error}
          value={visit.post?.id}
          items={posts.map(post => ({
            value: post.id,
            label: post.title,
            hint: `${post.agency.name}, ${post.areas.map(({ name }) => name).join(' and ')}`,
          }))}
        />
        <Button>Continue</Button>
      </ActionForm>
    </>
  )
  return framed(visit, { title: 'Your post', hasErrors: Boolean(error), children })
}
