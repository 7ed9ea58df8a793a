package loader

import "parley/graph"

// The edges that the loader writes; the schema describes them.
const (
	attended    graph.EdgeType = "ATTENDED"
	heldIn      graph.EdgeType = "HELD_IN"
	about       graph.EdgeType = "ABOUT"
	represents  graph.EdgeType = "REPRESENTS"
	relatedTo   graph.EdgeType = "RELATED_TO"
	took        graph.EdgeType = "TOOK"
	on          graph.EdgeType = "ON"
	proposed    graph.EdgeType = "PROPOSED"
	considered  graph.EdgeType = "CONSIDERED"
	followedBy  graph.EdgeType = "FOLLOWED_BY"
	of          graph.EdgeType = "OF"
	contains    graph.EdgeType = "CONTAINS"
	names       graph.EdgeType = "NAMES"
	evidencedBy graph.EdgeType = "EVIDENCED_BY"
	in          graph.EdgeType = "IN"
	mentions    graph.EdgeType = "MENTIONS"
	versionOf   graph.EdgeType = "VERSION_OF"
	replacedBy  graph.EdgeType = "REPLACED_BY"
	possiblyOf  graph.EdgeType = "POSSIBLY_OF"
	hasConflict graph.EdgeType = "HAS_CONFLICT"
	hasValue    graph.EdgeType = "HAS_VALUE"
	saidBy      graph.EdgeType = "SAID_BY"
	copyOf      graph.EdgeType = "COPY_OF"
)

// then returns the edge that a state of a meeting has in place of one of the
// meeting itself; now is for the meeting.
func then(t graph.EdgeType) graph.EdgeType { return "THEN_" + t }
func now(t graph.EdgeType) graph.EdgeType  { return t }

// versionPrefix begins the IDs of states.
const versionPrefix = "version"

// The labels that the loader writes itself; shared nodes' come from Namer.
const (
	documentLabel graph.Label = "Document"
	passageLabel  graph.Label = "Passage"
	reportLabel   graph.Label = "Report"
	positionLabel graph.Label = "Position"
	meetingLabel  graph.Label = "Meeting"
	versionLabel  graph.Label = "Version"
	conflictLabel graph.Label = "Conflict"
	valueLabel    graph.Label = "ConflictValue"
	judgmentLabel graph.Label = "Judgment"
)
