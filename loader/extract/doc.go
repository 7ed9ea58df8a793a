// Package extract reads what one document says of who met whom, where, when
// and about what. It is pure: no I/O, no clock, no store; words are the
// lexicon's data.
//
// The tour follows Extract in extract.go, one stage a file:
//
//   - tokens.go and lex.go mark every token with the grammar's phrases and the
//     lexicon's names,
//   - mentions.go finds names, offices.go reads titles, apposition.go gives
//     them to names and plurals.go to lists of names, people.go groups names
//     into people, parties.go settles for whom each acts, coref.go says whom
//     bare titles, nationals and pronouns mean,
//   - dates.go, ordinals.go and relative.go read expressions of time, run.go how
//     many days talks took, calendar.go resolves them, thread.go counts them
//     from the day told before, timeat.go knows the tokens of each and timing.go
//     finds the one that is a meeting's,
//   - clauses.go cuts sentences into clauses, so that each verb finds its own
//     arguments, dateline.go the place and day with which a text opens,
//     interruptions.go says where a clause goes on after another within it,
//     coordination.go where a subject goes on to somebody else,
//   - events.go finds the words that open a frame of meeting, objects.go whom a
//     verb that needs somebody has, diary.go whose engagements a list has, repeats.go the
//     several meetings of one phrase, effects.go the meetings told only by what
//     was said or settled there, arguments.go and
//     sides.go who takes part, firstperson.go the "I" of a quote, roles.go who
//     hosts or mediates, places.go and
//     placewords.go where, there.go what "there" and "here" stand for,
//     venues.go which names are of houses,
//     status.go whether and when it took place, negation.go whether the text says
//     that it did not,
//   - company.go adds the people whom a sentence of its own puts in a meeting,
//     vacant.go lets one wait for those who were there, inherited.go gives one
//     what the meeting before it told,
//     merge.go joins mentions of one meeting, same.go says which they are,
//     scene.go lends them the place and
//     date of the story around them, whereabouts.go the place where one of them
//     was, plans.go the journey on which a plan lies, sequel.go what the next
//     sentence tells of them,
//     follows.go orders meetings,
//     trips.go gives a journey's dates and hosts to the meetings on it,
//     kind.go, chairs.go and visits.go say of what sort it was, topics.go with its
//     topic files and outcome.go what it was about and what came of it,
//   - positions.go reads what actors demand, offer and refuse: stances.go the
//     words other than a plain verb that say so and actnouns.go the nouns,
//     subjects.go and collective.go find whose position it is, complements.go
//     what it is about, speech.go who speaks in a quote,
//   - proposals.go finds the plans they talk about, relations.go kinship,
//   - report.go writes the result down, gold.go in the guidelines' form.
//
// The cost of a text follows its length, whatever it says. Three files see to
// that: memory.go keeps what readings need by token for the next text, roll.go
// finds people by the words of their names, window.go says how far back a
// meeting is looked for. A rule may look at its sentence, which package text
// bounds, and at a few sentences around it, never at the whole text.
package extract
