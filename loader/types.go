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
)

// The labels that the loader writes itself; shared nodes' come from Namer.
const (
	documentLabel graph.Label = "Document"
	passageLabel  graph.Label = "Passage"
	reportLabel   graph.Label = "Report"
	positionLabel graph.Label = "Position"
	meetingLabel  graph.Label = "Meeting"
)
