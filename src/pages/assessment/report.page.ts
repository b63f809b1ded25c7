/** `GET /case/:reference/assessment/:root/report.pdf` and `.docx`: the assessment to print, to send and to read with the family. */
import { type DocumentForm, formsOfDocument } from '../../exchange/document/forms.ts'
import type { Maker } from '../documents/opened.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { openAssessment } from './opened.ts'
import { reportOf } from './report.ts'

/** @throws NotFound where there is no such assessment that the visitor may see */
export function download(form: DocumentForm) {
  return async (visit: Visit): Promise<Answer> => {
    const opened = await openAssessment(visit)
    const { name } = visit.practitioner
    const { title, agency } = visit.post
    const maker: Maker = { name, title, agency: agency.name, ...visit.today }
    const { make, type } = formsOfDocument[form]
    return { file: await make(reportOf(opened, maker)), name: `assessment-${opened.head.reference}.${form}`, type }
  }
}
