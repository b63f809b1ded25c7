/** Sentences about seeing a child: what was seen, what the child said, and what the practitioner made of it. */

export type Age = 'baby' | 'small' | 'young' | 'middle' | 'teen'

/** What was seen, by age. */
export const seen: Readonly<Record<Age, readonly string[]>> = {
  baby: [
    '{name} was awake on the play mat and turned to {mother}’s voice. {He} was clean and dressed warmly for the room.',
    '{name} slept on {his} back in the Moses basket with nothing loose around {him}. The room was warm and the window open a little.',
    '{mother} fed {name} while we talked, held {him} close and stopped when {he} turned away.',
    '{name} had put on weight since the last visit and reached for the red book I was holding.',
    '{name} cried when {he} was put down and settled within a minute or two in {mother}’s arms.',
    'Undressed for the weighing, {name} had no marks. {mother} named each of {his} bottles and when {he} had taken them.',
    '{name} looked at faces for a long time and smiled back at {mother} twice. There was a quiet in the house that had not been there in the spring.',
    'Nappies, formula and clean clothes were there and to hand. The mattress from the last visit had been replaced.',
  ],
  small: [
    '{name} brought me one toy car after another and lined them up along the window sill.',
    '{name} wore a clean jumper and a nappy that needed changing; {mother} saw to it as soon as I said so.',
    '{name} hid behind the sofa when I came in, and came out when the dog did.',
    '{name} ate a whole banana and half of mine. The fridge had milk, eggs and two days’ dinners in it.',
    '{name} has some twenty words that I could make out, more than at the two-year check.',
    'There was no bedding on {name}’s cot bed. {mother} said that it was in the wash, and showed me the machine running.',
    '{name} climbed on to {mother}’s lap when the neighbours’ voices came through the wall, and stayed there.',
    '{name} was in yesterday’s clothes at eleven o’clock. {He} was lively and had no marks that I could see.',
  ],
  young: [
    'We sat on the floor of {his} bedroom with the felt pens. {name} drew the house with every light on.',
    '{name} was in clean uniform, and proud of a reading certificate on the fridge door.',
    '{name} showed me where {he} sleeps. There is a bed now, with a cover {he} chose, where there was a mattress before.',
    'Shoes two sizes too small, and {he} limped after the walk from the gate. I raised it with {mother} the same afternoon.',
    '{name} chose the “three houses” sheet and spent longest on the house of worries.',
    '{name} was pale, with shadows under {his} eyes. {He} put {his} head on the table while we talked.',
    '{name} laughed more in this half hour than in the whole of the last visit.',
    'The kitchen had been cleared and there was food in for the week. The back door still does not lock.',
  ],
  middle: [
    'We walked to the shop and back; {name} talks more easily side by side than across a table.',
    '{name} kept {his} coat on indoors. The heating had been off since Thursday, until the meter was topped up while I was there.',
    '{name} had {his} school bag packed by the door and a timetable taped to the wall above {his} bed.',
    '{name} answered for {his} little brother twice before he could speak.',
    '{name} looked well. {He} showed me the football shirt that the club had lent {him}.',
    '{name} checked {his} phone each time it buzzed, and twice went to the window to see who was outside.',
    '{name} made toast for all of us without being asked. {He} knew where everything was.',
    '{name} spoke quietly and looked at the door of the kitchen, where {mother} was, before answering anything about home.',
  ],
  teen: [
    'We met in the quiet room at school at {his} choice. {name} had asked {his} form tutor to sit outside.',
    '{name} came down in {his} own time and sat on the stairs, where we talked.',
    '{name} was thinner than in the summer and had not slept. {He} ate what I had brought.',
    '{name} had new trainers and a second phone, and would not say where either came from.',
    '{name} drove the conversation: {he} had written down four things {he} wanted changed.',
    '{name} kept to one-word answers for twenty minutes and then talked for forty.',
    '{name} was calm and clear. {He} had been to every lesson this week, which the school confirmed.',
    '{name} let me see {his} room for the first time. It was tidy, with the window painted shut.',
  ],
}

/** What the child said, word for word, or showed where there are no words yet. */
export const voices: Readonly<Record<Age, readonly string[]>> = {
  baby: [
    '{He} cannot tell us in words. What {he} shows: {he} looks to {mother} first, and settles with her.',
    'What {name} shows me today is a baby who expects to be picked up when {he} cries.',
    '{name} startled at the slammed door on the landing and then watched {mother}’s face.',
    'No words yet. {His} body says: warm, fed, tired.',
    '{name} went stiff when the caller at the door raised his voice, and took some minutes to come back to the bottle.',
    '{name} babbled through the whole visit and was answered nearly every time.',
  ],
  small: [
    'Asked who makes the tea: “Mummy. And beans.”',
    '{name} said “shouty man gone” when we passed the front door, and then “gone, gone”.',
    '“My bed is wet,” {he} said, pulling me by the sleeve, “come look.”',
    '{name} named everybody in the picture book as “mummy” except the bear, who was “me”.',
    '“Daddy hurt the wall,” {he} told me, pointing at the hole beside the light switch.',
    '{name} sang all of the nursery song to me and told me “I do it again”.',
    '“I not hungry,” {he} said, and then ate two bowls of cereal.',
    'At the mention of nursery: “Paint! And Miss Bee.”',
  ],
  young: [
    '“When they shout I go under the blanket with Rex. Rex is not scared but I am a bit.”',
    '{name} wants “a lock on the door and a night light, the moon one”.',
    '“I like it when Mum is up. When Mum is up there is toast.”',
    '“Nobody came for me on Friday so I sat with Miss. I said I was not bothered but I was bothered.”',
    '“Can you tell the judge or whoever it is that I want to stay with my sister?”',
    'If {he} had three wishes: “a hamster, Mum laughing, and not moving again”.',
    '“It was better this week. We had tea at the table all together and nobody went out.”',
    '“I told Miss because she said you can tell. Was that all right?”',
    '“Dad’s house smells of paint, but he reads me the whole book.”',
    '“I know not to answer the door. You look through the letterbox and if it is shoes you know, it is all right.”',
    '“My tummy hurts in the morning, only on school days, and only when it was a loud night.”',
    '{name} said “I am the one who knows where the inhaler is.”',
  ],
  middle: [
    '“I’m not being funny but you lot keep changing. I told the last one all this.”',
    '“I do the packed lunches because if I do them they’re done.”',
    '“I want Mum to get help, not to get in trouble. Those are different.”',
    '“I heard every word through the floor. They think I’m asleep, I’m never asleep.”',
    '“Don’t write that I cried. Write that I was tired.” We agreed to write both.',
    '“If I could change one thing it would be people knocking at night.”',
    '“I’d like to see my nan on Sundays like before. Nobody asked me about that.”',
    '“It’s all right here now. Boring, but good boring.”',
    '“He says sorry and then it’s nice for a week. I count the days.”',
    '“I can’t bring anyone home. What if it’s one of those days?”',
    '“School’s the only place where I don’t have to watch.”',
    '“My brother doesn’t talk because I talk for him. Maybe I should stop.”',
  ],
  teen: [
    '“Everyone says I’m at risk. I’m not at risk, I’m skint, and they’re the only ones who’ve got money.”',
    '“They know where my sister goes to school. That’s why. Now you know.”',
    '“I’m not angry with my mum. I’m angry that I was the only one who noticed.”',
    '“You can say you’ll keep me safe but you go home at five.”',
    '“I want somebody to tell me the truth about whether I’m going to be moved.”',
    '“I’ve stopped. Not because of you lot. Because of my little brother. But you can write it down.”',
    '“I’d talk to Zeb. Zeb doesn’t write everything down in front of you.”',
    '“If you tell my dad I said that, I’m done talking.” We went through what I have to pass on and what I need not.',
    '“I just want to do my exams without the police at the door.”',
    '“It wasn’t a party. I was the youngest by, like, ten years. I know that now.”',
    '“I look after her because if I don’t then it’s strangers.”',
    '“Ask me again next week. Today’s not the day.”',
  ],
}

/** What the practitioner made of it, or did next. */
export const thoughts: readonly string[] = [
  'I told {name} what I would write down and with whom I would share it.',
  'What I am left wondering: who notices when {mother} has a bad night?',
  'This is the first visit at which nothing had to be asked twice. I want to see whether it lasts.',
  'I rang {school} from the car; what they see there fits with what {name} told me.',
  'The home was in better order than {name} was. I do not want the one to hide the other.',
  'I talked with {mother} afterwards about what {name} said, with {his} agreement, and she listened.',
  'I should like the next visit to be at {school}, so that {name} is seen on {his} own ground.',
  '{other} was not there and is seldom there when I call. I have asked to meet him on a day he chooses.',
  'Small steps, and they are {mother}’s own. I said so to her.',
  'I have some doubt about how the tidy kitchen fits with what the neighbour reports; I shall call unannounced next.',
  'Nothing today changes the plan. It does confirm that it is the right one.',
  'I took this to my manager the same afternoon.',
  'The health visitor’s weights tell the same story as what I saw.',
  'I was careful not to lead: everything in quotation marks was said in answer to “tell me about it”.',
  '',
  '',
  '',
]

export const notAlone: readonly string[] = [
  '{name} asked for {mother} to stay, and I did not want the first meeting to begin with a closed door.',
  '{mother} would not leave the room today. I said that I need to see {name} alone next time, and why.',
  'The flat has one warm room and everybody was in it.',
  '{name} is too young to be seen apart from {mother}; I watched them together.',
  'An older sister was there throughout, at {name}’s wish.',
]

/** What a partner who sees the child in their own work noted. */
export const seenByPartner: Readonly<Record<string, readonly string[]>> = {
  school: [
    '{name} was in on time, fed at breakfast club, and joined in. {He} told the teaching assistant “I slept good”.',
    '{name} came in without a coat on a cold day and fell asleep at the carpet time. We let {him} sleep.',
    '{name} asked three times who would collect {him} today. {mother} came at ten to four.',
    '{name} led the assembly with two friends. {mother} came to watch.',
    '{name} spent break time beside the staff on duty rather than with {his} friends.',
    '{name} was upset after the weekend. To {his} form tutor: “I’m fine, it’s just loud at ours.”',
    'Attendance this half term is 91 per cent, up from 78. {name} keeps {his} own chart of it.',
    '{name} brought no PE kit for the fourth time; we lent {him} one and did not make anything of it.',
  ],
  health: [
    'Home contact. {name} weighed and measured: growth follows the line again. Immunisations are up to date.',
    '{name} seen in clinic with {mother}. Eczema well looked after; the cream is being used.',
    'Home contact: safe sleeping gone through again, and the cot moved from beside the radiator while I was there.',
    '{name} was brought to the appointment that had been missed twice. Hearing is normal in both ears.',
    '{mother} filled in the mood questionnaire; her score is lower than last time. {name} played at her feet.',
    'Not brought to the dental appointment. I rang {mother}, who had muddled the days, and rebooked it.',
  ],
  police: [
    '{name} seen at home by officers after a call from a neighbour. {He} was in bed, awake, with no injury. No offence disclosed.',
    '{name} found at the bus station at 01:20 and brought home. {He} was cold and would not say who {he} had been with.',
    '{name} returned by {himself}. Seen and spoken to within the hour; phone switched off, new jacket, “just out”.',
  ],
  youth: [
    '{name} came to the boxing session and stayed to put the mats away. Talked about wanting a Saturday job.',
    'One-to-one in the van. {name} drew me a map of where {he} does and does not walk, and why.',
    '{name} did not come this week. A friend said “he’s busy”, and laughed.',
  ],
}
