/** Who acts, in the words of the sector. */
export const socialCare = 'Local authority children’s social care'
export const leadSocialWorker = 'Lead social worker'
export const conferenceChair = 'Conference chair'
