// Code generated from schema/*.graphql by graph/gql/internal/generate; DO NOT EDIT.

package model

import "context"

// Actor is the schema's type of that name.
type Actor interface {
	Node
	IsActor()
}

// AsActor views a node as what its label says; nil for no node.
func AsActor(r *Record) Actor {
	if r == nil {
		return nil
	}
	switch r.label() {
	case "Country":
		return (*Country)(r)
	case "Organization":
		return (*Organization)(r)
	case "Person":
		return (*Person)(r)
	}
	return nil
}

// IsActor says that it is one.
func (*Country) IsActor() {}

// IsActor says that it is one.
func (*Organization) IsActor() {}

// IsActor says that it is one.
func (*Person) IsActor() {}

// Node is the schema's type of that name.
type Node interface {
	IsNode()
}

// AsNode views a node as what its label says; nil for no node.
func AsNode(r *Record) Node {
	if r == nil {
		return nil
	}
	switch r.label() {
	case "Country":
		return (*Country)(r)
	case "Document":
		return (*Document)(r)
	case "Meeting":
		return (*Meeting)(r)
	case "Organization":
		return (*Organization)(r)
	case "Passage":
		return (*Passage)(r)
	case "Person":
		return (*Person)(r)
	case "Place":
		return (*Place)(r)
	case "Position":
		return (*Position)(r)
	case "Proposal":
		return (*Proposal)(r)
	case "Report":
		return (*Report)(r)
	case "Topic":
		return (*Topic)(r)
	}
	return nil
}

// IsNode says that it is one.
func (*Country) IsNode() {}

// IsNode says that it is one.
func (*Document) IsNode() {}

// IsNode says that it is one.
func (*Meeting) IsNode() {}

// IsNode says that it is one.
func (*Organization) IsNode() {}

// IsNode says that it is one.
func (*Passage) IsNode() {}

// IsNode says that it is one.
func (*Person) IsNode() {}

// IsNode says that it is one.
func (*Place) IsNode() {}

// IsNode says that it is one.
func (*Position) IsNode() {}

// IsNode says that it is one.
func (*Proposal) IsNode() {}

// IsNode says that it is one.
func (*Report) IsNode() {}

// IsNode says that it is one.
func (*Topic) IsNode() {}

// Party is the schema's type of that name.
type Party interface {
	Node
	Actor
	IsParty()
}

// AsParty views a node as what its label says; nil for no node.
func AsParty(r *Record) Party {
	if r == nil {
		return nil
	}
	switch r.label() {
	case "Country":
		return (*Country)(r)
	case "Organization":
		return (*Organization)(r)
	}
	return nil
}

// IsParty says that it is one.
func (*Country) IsParty() {}

// IsParty says that it is one.
func (*Organization) IsParty() {}

// Target is the schema's type of that name.
type Target interface {
	IsTarget()
}

// AsTarget views a node as what its label says; nil for no node.
func AsTarget(r *Record) Target {
	if r == nil {
		return nil
	}
	switch r.label() {
	case "Country":
		return (*Country)(r)
	case "Organization":
		return (*Organization)(r)
	case "Person":
		return (*Person)(r)
	case "Proposal":
		return (*Proposal)(r)
	}
	return nil
}

// IsTarget says that it is one.
func (*Country) IsTarget() {}

// IsTarget says that it is one.
func (*Organization) IsTarget() {}

// IsTarget says that it is one.
func (*Person) IsTarget() {}

// IsTarget says that it is one.
func (*Proposal) IsTarget() {}

// ActorConnection is the schema's type of that name.
type ActorConnection Record

// TotalCount reads totalCount.
func (o *ActorConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *ActorConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *ActorConnection) Edges(ctx context.Context) []*ActorEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *ActorEdge { return (*ActorEdge)(r) })
}

// ActorCount is the schema's type of that name.
type ActorCount Record

// Count reads count.
func (o *ActorCount) Count() int64 { return (*Record)(o).bucket.Count }

// Node reads node.
func (o *ActorCount) Node(ctx context.Context) Actor { return AsActor((*Record)(o).node(ctx)) }

// ActorEdge is the schema's type of that name.
type ActorEdge Record

// Cursor reads cursor.
func (o *ActorEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *ActorEdge) Node(ctx context.Context) Actor { return AsActor((*Record)(o).node(ctx)) }

// AttendanceConnection is the schema's type of that name.
type AttendanceConnection Record

// TotalCount reads totalCount.
func (o *AttendanceConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *AttendanceConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *AttendanceConnection) Edges(ctx context.Context) []*AttendanceEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *AttendanceEdge { return (*AttendanceEdge)(r) })
}

// Facets reads facets.
func (o *AttendanceConnection) Facets(ctx context.Context) *MeetingFacets {
	return (*MeetingFacets)((*Record)(o).facets(ctx))
}

// AttendanceEdge is the schema's type of that name.
type AttendanceEdge Record

// Cursor reads cursor.
func (o *AttendanceEdge) Cursor() string { return (*Record)(o).cursor() }

// Role reads role.
func (o *AttendanceEdge) Role() *Enum { return enum((*Record)(o).edge("role")) }

// Side reads side.
func (o *AttendanceEdge) Side() *string { return optional[string]((*Record)(o).edge("side")) }

// Node reads node.
func (o *AttendanceEdge) Node(ctx context.Context) *Meeting {
	return (*Meeting)((*Record)(o).node(ctx))
}

// CounterpartConnection is the schema's type of that name.
type CounterpartConnection Record

// TotalCount reads totalCount.
func (o *CounterpartConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *CounterpartConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *CounterpartConnection) Edges(ctx context.Context) []*CounterpartEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *CounterpartEdge { return (*CounterpartEdge)(r) })
}

// CounterpartEdge is the schema's type of that name.
type CounterpartEdge Record

// Cursor reads cursor.
func (o *CounterpartEdge) Cursor() string { return (*Record)(o).cursor() }

// Meetings reads meetings.
func (o *CounterpartEdge) Meetings() int64 { return value[int64]((*Record)(o).edge("meetings")) }

// FirstMet reads firstMet.
func (o *CounterpartEdge) FirstMet() *string { return optional[string]((*Record)(o).edge("firstMet")) }

// LastMet reads lastMet.
func (o *CounterpartEdge) LastMet() *string { return optional[string]((*Record)(o).edge("lastMet")) }

// Node reads node.
func (o *CounterpartEdge) Node(ctx context.Context) Actor { return AsActor((*Record)(o).node(ctx)) }

// Country is the schema's type of that name.
type Country Record

// ID reads id.
func (o *Country) ID() string { return string((*Record)(o).row.ID) }

// Name reads name.
func (o *Country) Name() string { return value[string]((*Record)(o).prop("name")) }

// Aliases reads aliases.
func (o *Country) Aliases() []string { return strs((*Record)(o).prop("aliases")) }

// Code reads code.
func (o *Country) Code() *string { return optional[string]((*Record)(o).prop("code")) }

// Meetings reads meetings.
func (o *Country) Meetings(ctx context.Context) *AttendanceConnection {
	return (*AttendanceConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Country) Reports(ctx context.Context) *NamingConnection {
	return (*NamingConnection)((*Record)(o).connection(ctx))
}

// Counterparts reads counterparts.
func (o *Country) Counterparts(ctx context.Context) *CounterpartConnection {
	return (*CounterpartConnection)((*Record)(o).connection(ctx))
}

// Positions reads positions.
func (o *Country) Positions(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// PositionsOn reads positionsOn.
func (o *Country) PositionsOn(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// Proposals reads proposals.
func (o *Country) Proposals(ctx context.Context) *ProposalConnection {
	return (*ProposalConnection)((*Record)(o).connection(ctx))
}

// Mentions reads mentions.
func (o *Country) Mentions(ctx context.Context) *NamedInConnection {
	return (*NamedInConnection)((*Record)(o).connection(ctx))
}

// Representatives reads representatives.
func (o *Country) Representatives(ctx context.Context) *RepresentativeConnection {
	return (*RepresentativeConnection)((*Record)(o).connection(ctx))
}

// Organizations reads organizations.
func (o *Country) Organizations(ctx context.Context) *OrganizationConnection {
	return (*OrganizationConnection)((*Record)(o).connection(ctx))
}

// Parent reads parent.
func (o *Country) Parent(ctx context.Context) *Place { return (*Place)((*Record)(o).one(ctx)) }

// Country reads country.
func (o *Country) Country(ctx context.Context) *Country { return (*Country)((*Record)(o).one(ctx)) }

// Places reads places.
func (o *Country) Places(ctx context.Context) *PlaceConnection {
	return (*PlaceConnection)((*Record)(o).connection(ctx))
}

// Territories reads territories.
func (o *Country) Territories(ctx context.Context) *CountryConnection {
	return (*CountryConnection)((*Record)(o).connection(ctx))
}

// CountryConnection is the schema's type of that name.
type CountryConnection Record

// TotalCount reads totalCount.
func (o *CountryConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *CountryConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *CountryConnection) Edges(ctx context.Context) []*CountryEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *CountryEdge { return (*CountryEdge)(r) })
}

// CountryEdge is the schema's type of that name.
type CountryEdge Record

// Cursor reads cursor.
func (o *CountryEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *CountryEdge) Node(ctx context.Context) *Country { return (*Country)((*Record)(o).node(ctx)) }

// Document is the schema's type of that name.
type Document Record

// ID reads id.
func (o *Document) ID() string { return string((*Record)(o).row.ID) }

// Title reads title.
func (o *Document) Title() *string { return optional[string]((*Record)(o).prop("title")) }

// URL reads url.
func (o *Document) URL() *string { return optional[string]((*Record)(o).prop("url")) }

// Published reads published.
func (o *Document) Published() *string { return optional[string]((*Record)(o).prop("published")) }

// Publisher reads publisher.
func (o *Document) Publisher() *string { return optional[string]((*Record)(o).prop("publisher")) }

// Names reads names.
func (o *Document) Names() []string { return strs((*Record)(o).prop("names")) }

// Text reads text.
func (o *Document) Text() *string { return optional[string]((*Record)(o).prop("text")) }

// Reports reads reports.
func (o *Document) Reports(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// Positions reads positions.
func (o *Document) Positions(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// Passages reads passages.
func (o *Document) Passages(ctx context.Context) *PassageConnection {
	return (*PassageConnection)((*Record)(o).connection(ctx))
}

// DocumentConnection is the schema's type of that name.
type DocumentConnection Record

// TotalCount reads totalCount.
func (o *DocumentConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *DocumentConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *DocumentConnection) Edges(ctx context.Context) []*DocumentEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *DocumentEdge { return (*DocumentEdge)(r) })
}

// DocumentEdge is the schema's type of that name.
type DocumentEdge Record

// Cursor reads cursor.
func (o *DocumentEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *DocumentEdge) Node(ctx context.Context) *Document {
	return (*Document)((*Record)(o).node(ctx))
}

// Meeting is the schema's type of that name.
type Meeting Record

// ID reads id.
func (o *Meeting) ID() string { return string((*Record)(o).row.ID) }

// Kind reads kind.
func (o *Meeting) Kind() *Enum { return enum((*Record)(o).prop("kind")) }

// Status reads status.
func (o *Meeting) Status() *Enum { return enum((*Record)(o).prop("status")) }

// Start reads start.
func (o *Meeting) Start() *string { return optional[string]((*Record)(o).prop("start")) }

// End reads end.
func (o *Meeting) End() *string { return optional[string]((*Record)(o).prop("end")) }

// Precision reads precision.
func (o *Meeting) Precision() *Enum { return enum((*Record)(o).prop("precision")) }

// Title reads title.
func (o *Meeting) Title() *string { return optional[string]((*Record)(o).prop("title")) }

// Venue reads venue.
func (o *Meeting) Venue() *string { return optional[string]((*Record)(o).prop("venue")) }

// FirstPublished reads firstPublished.
func (o *Meeting) FirstPublished() *string {
	return optional[string]((*Record)(o).prop("firstPublished"))
}

// LastPublished reads lastPublished.
func (o *Meeting) LastPublished() *string {
	return optional[string]((*Record)(o).prop("lastPublished"))
}

// Place reads place.
func (o *Meeting) Place(ctx context.Context) *Place { return (*Place)((*Record)(o).one(ctx)) }

// Topics reads topics.
func (o *Meeting) Topics(ctx context.Context) []*Topic {
	return many(ctx, (*Record)(o), func(r *Record) *Topic { return (*Topic)(r) })
}

// Participants reads participants.
func (o *Meeting) Participants(ctx context.Context) *ParticipantConnection {
	return (*ParticipantConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Meeting) Reports(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// Proposals reads proposals.
func (o *Meeting) Proposals(ctx context.Context) *ProposalConnection {
	return (*ProposalConnection)((*Record)(o).connection(ctx))
}

// FollowedBy reads followedBy.
func (o *Meeting) FollowedBy(ctx context.Context) *MeetingConnection {
	return (*MeetingConnection)((*Record)(o).connection(ctx))
}

// Follows reads follows.
func (o *Meeting) Follows(ctx context.Context) *MeetingConnection {
	return (*MeetingConnection)((*Record)(o).connection(ctx))
}

// MeetingConnection is the schema's type of that name.
type MeetingConnection Record

// TotalCount reads totalCount.
func (o *MeetingConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *MeetingConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *MeetingConnection) Edges(ctx context.Context) []*MeetingEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *MeetingEdge { return (*MeetingEdge)(r) })
}

// Facets reads facets.
func (o *MeetingConnection) Facets(ctx context.Context) *MeetingFacets {
	return (*MeetingFacets)((*Record)(o).facets(ctx))
}

// MeetingEdge is the schema's type of that name.
type MeetingEdge Record

// Cursor reads cursor.
func (o *MeetingEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *MeetingEdge) Node(ctx context.Context) *Meeting { return (*Meeting)((*Record)(o).node(ctx)) }

// MeetingFacets is the schema's type of that name.
type MeetingFacets Record

// ByMonth reads byMonth.
func (o *MeetingFacets) ByMonth(ctx context.Context) []*ValueCount { return (*Record)(o).values(ctx) }

// ByYear reads byYear.
func (o *MeetingFacets) ByYear(ctx context.Context) []*ValueCount { return (*Record)(o).values(ctx) }

// ByPlace reads byPlace.
func (o *MeetingFacets) ByPlace(ctx context.Context) []*PlaceCount {
	return buckets(ctx, (*Record)(o), func(r *Record) *PlaceCount { return (*PlaceCount)(r) })
}

// ByTopic reads byTopic.
func (o *MeetingFacets) ByTopic(ctx context.Context) []*TopicCount {
	return buckets(ctx, (*Record)(o), func(r *Record) *TopicCount { return (*TopicCount)(r) })
}

// ByActor reads byActor.
func (o *MeetingFacets) ByActor(ctx context.Context) []*ActorCount {
	return buckets(ctx, (*Record)(o), func(r *Record) *ActorCount { return (*ActorCount)(r) })
}

// ByStatus reads byStatus.
func (o *MeetingFacets) ByStatus(ctx context.Context) []*ValueCount { return (*Record)(o).values(ctx) }

// ByKind reads byKind.
func (o *MeetingFacets) ByKind(ctx context.Context) []*ValueCount { return (*Record)(o).values(ctx) }

// MentionConnection is the schema's type of that name.
type MentionConnection Record

// TotalCount reads totalCount.
func (o *MentionConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *MentionConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *MentionConnection) Edges(ctx context.Context) []*MentionEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *MentionEdge { return (*MentionEdge)(r) })
}

// MentionEdge is the schema's type of that name.
type MentionEdge Record

// Cursor reads cursor.
func (o *MentionEdge) Cursor() string { return (*Record)(o).cursor() }

// Name reads name.
func (o *MentionEdge) Name() *string { return optional[string]((*Record)(o).edge("name")) }

// Title reads title.
func (o *MentionEdge) Title() *string { return optional[string]((*Record)(o).edge("title")) }

// Party reads party.
func (o *MentionEdge) Party() *string { return optional[string]((*Record)(o).edge("party")) }

// Node reads node.
func (o *MentionEdge) Node(ctx context.Context) Actor { return AsActor((*Record)(o).node(ctx)) }

// NamedInConnection is the schema's type of that name.
type NamedInConnection Record

// TotalCount reads totalCount.
func (o *NamedInConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *NamedInConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *NamedInConnection) Edges(ctx context.Context) []*NamedInEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *NamedInEdge { return (*NamedInEdge)(r) })
}

// NamedInEdge is the schema's type of that name.
type NamedInEdge Record

// Cursor reads cursor.
func (o *NamedInEdge) Cursor() string { return (*Record)(o).cursor() }

// Name reads name.
func (o *NamedInEdge) Name() *string { return optional[string]((*Record)(o).edge("name")) }

// Title reads title.
func (o *NamedInEdge) Title() *string { return optional[string]((*Record)(o).edge("title")) }

// Party reads party.
func (o *NamedInEdge) Party() *string { return optional[string]((*Record)(o).edge("party")) }

// Node reads node.
func (o *NamedInEdge) Node(ctx context.Context) *Passage { return (*Passage)((*Record)(o).node(ctx)) }

// NamingConnection is the schema's type of that name.
type NamingConnection Record

// TotalCount reads totalCount.
func (o *NamingConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *NamingConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *NamingConnection) Edges(ctx context.Context) []*NamingEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *NamingEdge { return (*NamingEdge)(r) })
}

// NamingEdge is the schema's type of that name.
type NamingEdge Record

// Cursor reads cursor.
func (o *NamingEdge) Cursor() string { return (*Record)(o).cursor() }

// Role reads role.
func (o *NamingEdge) Role() *Enum { return enum((*Record)(o).edge("role")) }

// Side reads side.
func (o *NamingEdge) Side() *string { return optional[string]((*Record)(o).edge("side")) }

// Node reads node.
func (o *NamingEdge) Node(ctx context.Context) *Report { return (*Report)((*Record)(o).node(ctx)) }

// Organization is the schema's type of that name.
type Organization Record

// ID reads id.
func (o *Organization) ID() string { return string((*Record)(o).row.ID) }

// Name reads name.
func (o *Organization) Name() string { return value[string]((*Record)(o).prop("name")) }

// Aliases reads aliases.
func (o *Organization) Aliases() []string { return strs((*Record)(o).prop("aliases")) }

// Kind reads kind.
func (o *Organization) Kind() *string { return optional[string]((*Record)(o).prop("kind")) }

// Meetings reads meetings.
func (o *Organization) Meetings(ctx context.Context) *AttendanceConnection {
	return (*AttendanceConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Organization) Reports(ctx context.Context) *NamingConnection {
	return (*NamingConnection)((*Record)(o).connection(ctx))
}

// Counterparts reads counterparts.
func (o *Organization) Counterparts(ctx context.Context) *CounterpartConnection {
	return (*CounterpartConnection)((*Record)(o).connection(ctx))
}

// Positions reads positions.
func (o *Organization) Positions(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// PositionsOn reads positionsOn.
func (o *Organization) PositionsOn(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// Proposals reads proposals.
func (o *Organization) Proposals(ctx context.Context) *ProposalConnection {
	return (*ProposalConnection)((*Record)(o).connection(ctx))
}

// Mentions reads mentions.
func (o *Organization) Mentions(ctx context.Context) *NamedInConnection {
	return (*NamedInConnection)((*Record)(o).connection(ctx))
}

// Representatives reads representatives.
func (o *Organization) Representatives(ctx context.Context) *RepresentativeConnection {
	return (*RepresentativeConnection)((*Record)(o).connection(ctx))
}

// Organizations reads organizations.
func (o *Organization) Organizations(ctx context.Context) *OrganizationConnection {
	return (*OrganizationConnection)((*Record)(o).connection(ctx))
}

// PartOf reads partOf.
func (o *Organization) PartOf(ctx context.Context) []Party { return many(ctx, (*Record)(o), AsParty) }

// OrganizationConnection is the schema's type of that name.
type OrganizationConnection Record

// TotalCount reads totalCount.
func (o *OrganizationConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *OrganizationConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *OrganizationConnection) Edges(ctx context.Context) []*OrganizationEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *OrganizationEdge { return (*OrganizationEdge)(r) })
}

// OrganizationEdge is the schema's type of that name.
type OrganizationEdge Record

// Cursor reads cursor.
func (o *OrganizationEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *OrganizationEdge) Node(ctx context.Context) *Organization {
	return (*Organization)((*Record)(o).node(ctx))
}

// ParticipantConnection is the schema's type of that name.
type ParticipantConnection Record

// TotalCount reads totalCount.
func (o *ParticipantConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *ParticipantConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *ParticipantConnection) Edges(ctx context.Context) []*ParticipantEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *ParticipantEdge { return (*ParticipantEdge)(r) })
}

// ParticipantEdge is the schema's type of that name.
type ParticipantEdge Record

// Cursor reads cursor.
func (o *ParticipantEdge) Cursor() string { return (*Record)(o).cursor() }

// Role reads role.
func (o *ParticipantEdge) Role() *Enum { return enum((*Record)(o).edge("role")) }

// Side reads side.
func (o *ParticipantEdge) Side() *string { return optional[string]((*Record)(o).edge("side")) }

// Node reads node.
func (o *ParticipantEdge) Node(ctx context.Context) Actor { return AsActor((*Record)(o).node(ctx)) }

// Passage is the schema's type of that name.
type Passage Record

// ID reads id.
func (o *Passage) ID() string { return string((*Record)(o).row.ID) }

// Text reads text.
func (o *Passage) Text() *string { return optional[string]((*Record)(o).prop("text")) }

// Start reads start.
func (o *Passage) Start() *int64 { return optional[int64]((*Record)(o).prop("start")) }

// End reads end.
func (o *Passage) End() *int64 { return optional[int64]((*Record)(o).prop("end")) }

// Document reads document.
func (o *Passage) Document(ctx context.Context) *Document { return (*Document)((*Record)(o).one(ctx)) }

// Mentions reads mentions.
func (o *Passage) Mentions(ctx context.Context) *MentionConnection {
	return (*MentionConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Passage) Reports(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// Positions reads positions.
func (o *Passage) Positions(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// Proposals reads proposals.
func (o *Passage) Proposals(ctx context.Context) *ProposalConnection {
	return (*ProposalConnection)((*Record)(o).connection(ctx))
}

// PassageConnection is the schema's type of that name.
type PassageConnection Record

// TotalCount reads totalCount.
func (o *PassageConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *PassageConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *PassageConnection) Edges(ctx context.Context) []*PassageEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *PassageEdge { return (*PassageEdge)(r) })
}

// PassageEdge is the schema's type of that name.
type PassageEdge Record

// Cursor reads cursor.
func (o *PassageEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *PassageEdge) Node(ctx context.Context) *Passage { return (*Passage)((*Record)(o).node(ctx)) }

// Person is the schema's type of that name.
type Person Record

// ID reads id.
func (o *Person) ID() string { return string((*Record)(o).row.ID) }

// Name reads name.
func (o *Person) Name() string { return value[string]((*Record)(o).prop("name")) }

// Aliases reads aliases.
func (o *Person) Aliases() []string { return strs((*Record)(o).prop("aliases")) }

// Meetings reads meetings.
func (o *Person) Meetings(ctx context.Context) *AttendanceConnection {
	return (*AttendanceConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Person) Reports(ctx context.Context) *NamingConnection {
	return (*NamingConnection)((*Record)(o).connection(ctx))
}

// Counterparts reads counterparts.
func (o *Person) Counterparts(ctx context.Context) *CounterpartConnection {
	return (*CounterpartConnection)((*Record)(o).connection(ctx))
}

// Positions reads positions.
func (o *Person) Positions(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// PositionsOn reads positionsOn.
func (o *Person) PositionsOn(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// Proposals reads proposals.
func (o *Person) Proposals(ctx context.Context) *ProposalConnection {
	return (*ProposalConnection)((*Record)(o).connection(ctx))
}

// Mentions reads mentions.
func (o *Person) Mentions(ctx context.Context) *NamedInConnection {
	return (*NamedInConnection)((*Record)(o).connection(ctx))
}

// Represents reads represents.
func (o *Person) Represents(ctx context.Context) *RepresentedConnection {
	return (*RepresentedConnection)((*Record)(o).connection(ctx))
}

// RelatedTo reads relatedTo.
func (o *Person) RelatedTo(ctx context.Context) *RelationConnection {
	return (*RelationConnection)((*Record)(o).connection(ctx))
}

// RelatedFrom reads relatedFrom.
func (o *Person) RelatedFrom(ctx context.Context) *RelationConnection {
	return (*RelationConnection)((*Record)(o).connection(ctx))
}

// PersonConnection is the schema's type of that name.
type PersonConnection Record

// TotalCount reads totalCount.
func (o *PersonConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *PersonConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *PersonConnection) Edges(ctx context.Context) []*PersonEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *PersonEdge { return (*PersonEdge)(r) })
}

// PersonEdge is the schema's type of that name.
type PersonEdge Record

// Cursor reads cursor.
func (o *PersonEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *PersonEdge) Node(ctx context.Context) *Person { return (*Person)((*Record)(o).node(ctx)) }

// Place is the schema's type of that name.
type Place Record

// ID reads id.
func (o *Place) ID() string { return string((*Record)(o).row.ID) }

// Name reads name.
func (o *Place) Name() string { return value[string]((*Record)(o).prop("name")) }

// Aliases reads aliases.
func (o *Place) Aliases() []string { return strs((*Record)(o).prop("aliases")) }

// Kind reads kind.
func (o *Place) Kind() *Enum { return enum((*Record)(o).prop("kind")) }

// Latitude reads latitude.
func (o *Place) Latitude() *float64 { return optional[float64]((*Record)(o).prop("latitude")) }

// Longitude reads longitude.
func (o *Place) Longitude() *float64 { return optional[float64]((*Record)(o).prop("longitude")) }

// Parent reads parent.
func (o *Place) Parent(ctx context.Context) *Place { return (*Place)((*Record)(o).one(ctx)) }

// Country reads country.
func (o *Place) Country(ctx context.Context) *Country { return (*Country)((*Record)(o).one(ctx)) }

// Places reads places.
func (o *Place) Places(ctx context.Context) *PlaceConnection {
	return (*PlaceConnection)((*Record)(o).connection(ctx))
}

// Countries reads countries.
func (o *Place) Countries(ctx context.Context) *CountryConnection {
	return (*CountryConnection)((*Record)(o).connection(ctx))
}

// Meetings reads meetings.
func (o *Place) Meetings(ctx context.Context) *MeetingConnection {
	return (*MeetingConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Place) Reports(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// PlaceConnection is the schema's type of that name.
type PlaceConnection Record

// TotalCount reads totalCount.
func (o *PlaceConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *PlaceConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *PlaceConnection) Edges(ctx context.Context) []*PlaceEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *PlaceEdge { return (*PlaceEdge)(r) })
}

// PlaceCount is the schema's type of that name.
type PlaceCount Record

// Count reads count.
func (o *PlaceCount) Count() int64 { return (*Record)(o).bucket.Count }

// Node reads node.
func (o *PlaceCount) Node(ctx context.Context) *Place { return (*Place)((*Record)(o).node(ctx)) }

// PlaceEdge is the schema's type of that name.
type PlaceEdge Record

// Cursor reads cursor.
func (o *PlaceEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *PlaceEdge) Node(ctx context.Context) *Place { return (*Place)((*Record)(o).node(ctx)) }

// Position is the schema's type of that name.
type Position Record

// ID reads id.
func (o *Position) ID() string { return string((*Record)(o).row.ID) }

// Act reads act.
func (o *Position) Act() *Enum { return enum((*Record)(o).prop("act")) }

// What reads what.
func (o *Position) What() *string { return optional[string]((*Record)(o).prop("what")) }

// Published reads published.
func (o *Position) Published() *string { return optional[string]((*Record)(o).prop("published")) }

// Seq reads seq.
func (o *Position) Seq() *int64 { return optional[int64]((*Record)(o).prop("seq")) }

// Actor reads actor.
func (o *Position) Actor(ctx context.Context) Actor { return AsActor((*Record)(o).one(ctx)) }

// On reads on.
func (o *Position) On(ctx context.Context) []Target { return many(ctx, (*Record)(o), AsTarget) }

// Topics reads topics.
func (o *Position) Topics(ctx context.Context) []*Topic {
	return many(ctx, (*Record)(o), func(r *Record) *Topic { return (*Topic)(r) })
}

// Document reads document.
func (o *Position) Document(ctx context.Context) *Document { return (*Document)((*Record)(o).one(ctx)) }

// Passages reads passages.
func (o *Position) Passages(ctx context.Context) []*Passage {
	return many(ctx, (*Record)(o), func(r *Record) *Passage { return (*Passage)(r) })
}

// PositionConnection is the schema's type of that name.
type PositionConnection Record

// TotalCount reads totalCount.
func (o *PositionConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *PositionConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *PositionConnection) Edges(ctx context.Context) []*PositionEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *PositionEdge { return (*PositionEdge)(r) })
}

// Facets reads facets.
func (o *PositionConnection) Facets(ctx context.Context) *PositionFacets {
	return (*PositionFacets)((*Record)(o).facets(ctx))
}

// PositionEdge is the schema's type of that name.
type PositionEdge Record

// Cursor reads cursor.
func (o *PositionEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *PositionEdge) Node(ctx context.Context) *Position {
	return (*Position)((*Record)(o).node(ctx))
}

// PositionFacets is the schema's type of that name.
type PositionFacets Record

// ByAct reads byAct.
func (o *PositionFacets) ByAct(ctx context.Context) []*ValueCount { return (*Record)(o).values(ctx) }

// ByMonth reads byMonth.
func (o *PositionFacets) ByMonth(ctx context.Context) []*ValueCount { return (*Record)(o).values(ctx) }

// ByActor reads byActor.
func (o *PositionFacets) ByActor(ctx context.Context) []*ActorCount {
	return buckets(ctx, (*Record)(o), func(r *Record) *ActorCount { return (*ActorCount)(r) })
}

// ByTopic reads byTopic.
func (o *PositionFacets) ByTopic(ctx context.Context) []*TopicCount {
	return buckets(ctx, (*Record)(o), func(r *Record) *TopicCount { return (*TopicCount)(r) })
}

// Proposal is the schema's type of that name.
type Proposal Record

// ID reads id.
func (o *Proposal) ID() string { return string((*Record)(o).row.ID) }

// Name reads name.
func (o *Proposal) Name() string { return value[string]((*Record)(o).prop("name")) }

// Aliases reads aliases.
func (o *Proposal) Aliases() []string { return strs((*Record)(o).prop("aliases")) }

// ProposedBy reads proposedBy.
func (o *Proposal) ProposedBy(ctx context.Context) *ActorConnection {
	return (*ActorConnection)((*Record)(o).connection(ctx))
}

// Topics reads topics.
func (o *Proposal) Topics(ctx context.Context) []*Topic {
	return many(ctx, (*Record)(o), func(r *Record) *Topic { return (*Topic)(r) })
}

// Meetings reads meetings.
func (o *Proposal) Meetings(ctx context.Context) *MeetingConnection {
	return (*MeetingConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Proposal) Reports(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// Positions reads positions.
func (o *Proposal) Positions(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// Passages reads passages.
func (o *Proposal) Passages(ctx context.Context) []*Passage {
	return many(ctx, (*Record)(o), func(r *Record) *Passage { return (*Passage)(r) })
}

// ProposalConnection is the schema's type of that name.
type ProposalConnection Record

// TotalCount reads totalCount.
func (o *ProposalConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *ProposalConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *ProposalConnection) Edges(ctx context.Context) []*ProposalEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *ProposalEdge { return (*ProposalEdge)(r) })
}

// ProposalEdge is the schema's type of that name.
type ProposalEdge Record

// Cursor reads cursor.
func (o *ProposalEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *ProposalEdge) Node(ctx context.Context) *Proposal {
	return (*Proposal)((*Record)(o).node(ctx))
}

// RelationConnection is the schema's type of that name.
type RelationConnection Record

// TotalCount reads totalCount.
func (o *RelationConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *RelationConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *RelationConnection) Edges(ctx context.Context) []*RelationEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *RelationEdge { return (*RelationEdge)(r) })
}

// RelationEdge is the schema's type of that name.
type RelationEdge Record

// Cursor reads cursor.
func (o *RelationEdge) Cursor() string { return (*Record)(o).cursor() }

// Kind reads kind.
func (o *RelationEdge) Kind() *string { return optional[string]((*Record)(o).edge("kind")) }

// Node reads node.
func (o *RelationEdge) Node(ctx context.Context) *Person { return (*Person)((*Record)(o).node(ctx)) }

// Report is the schema's type of that name.
type Report Record

// ID reads id.
func (o *Report) ID() string { return string((*Record)(o).row.ID) }

// Kind reads kind.
func (o *Report) Kind() *Enum { return enum((*Record)(o).prop("kind")) }

// Status reads status.
func (o *Report) Status() *Enum { return enum((*Record)(o).prop("status")) }

// Start reads start.
func (o *Report) Start() *string { return optional[string]((*Record)(o).prop("start")) }

// End reads end.
func (o *Report) End() *string { return optional[string]((*Record)(o).prop("end")) }

// Precision reads precision.
func (o *Report) Precision() *Enum { return enum((*Record)(o).prop("precision")) }

// Venue reads venue.
func (o *Report) Venue() *string { return optional[string]((*Record)(o).prop("venue")) }

// Outcome reads outcome.
func (o *Report) Outcome() *string { return optional[string]((*Record)(o).prop("outcome")) }

// Published reads published.
func (o *Report) Published() *string { return optional[string]((*Record)(o).prop("published")) }

// Seq reads seq.
func (o *Report) Seq() *int64 { return optional[int64]((*Record)(o).prop("seq")) }

// Meeting reads meeting.
func (o *Report) Meeting(ctx context.Context) *Meeting { return (*Meeting)((*Record)(o).one(ctx)) }

// Place reads place.
func (o *Report) Place(ctx context.Context) *Place { return (*Place)((*Record)(o).one(ctx)) }

// Topics reads topics.
func (o *Report) Topics(ctx context.Context) []*Topic {
	return many(ctx, (*Record)(o), func(r *Record) *Topic { return (*Topic)(r) })
}

// Participants reads participants.
func (o *Report) Participants(ctx context.Context) *ParticipantConnection {
	return (*ParticipantConnection)((*Record)(o).connection(ctx))
}

// Proposals reads proposals.
func (o *Report) Proposals(ctx context.Context) *ProposalConnection {
	return (*ProposalConnection)((*Record)(o).connection(ctx))
}

// FollowedBy reads followedBy.
func (o *Report) FollowedBy(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// Follows reads follows.
func (o *Report) Follows(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// Document reads document.
func (o *Report) Document(ctx context.Context) *Document { return (*Document)((*Record)(o).one(ctx)) }

// Passages reads passages.
func (o *Report) Passages(ctx context.Context) []*Passage {
	return many(ctx, (*Record)(o), func(r *Record) *Passage { return (*Passage)(r) })
}

// ReportConnection is the schema's type of that name.
type ReportConnection Record

// TotalCount reads totalCount.
func (o *ReportConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *ReportConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *ReportConnection) Edges(ctx context.Context) []*ReportEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *ReportEdge { return (*ReportEdge)(r) })
}

// ReportEdge is the schema's type of that name.
type ReportEdge Record

// Cursor reads cursor.
func (o *ReportEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *ReportEdge) Node(ctx context.Context) *Report { return (*Report)((*Record)(o).node(ctx)) }

// RepresentativeConnection is the schema's type of that name.
type RepresentativeConnection Record

// TotalCount reads totalCount.
func (o *RepresentativeConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *RepresentativeConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *RepresentativeConnection) Edges(ctx context.Context) []*RepresentativeEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *RepresentativeEdge { return (*RepresentativeEdge)(r) })
}

// RepresentativeEdge is the schema's type of that name.
type RepresentativeEdge Record

// Cursor reads cursor.
func (o *RepresentativeEdge) Cursor() string { return (*Record)(o).cursor() }

// Title reads title.
func (o *RepresentativeEdge) Title() *string { return optional[string]((*Record)(o).edge("title")) }

// Since reads since.
func (o *RepresentativeEdge) Since() *string { return optional[string]((*Record)(o).edge("since")) }

// Until reads until.
func (o *RepresentativeEdge) Until() *string { return optional[string]((*Record)(o).edge("until")) }

// Node reads node.
func (o *RepresentativeEdge) Node(ctx context.Context) *Person {
	return (*Person)((*Record)(o).node(ctx))
}

// RepresentedConnection is the schema's type of that name.
type RepresentedConnection Record

// TotalCount reads totalCount.
func (o *RepresentedConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *RepresentedConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *RepresentedConnection) Edges(ctx context.Context) []*RepresentedEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *RepresentedEdge { return (*RepresentedEdge)(r) })
}

// RepresentedEdge is the schema's type of that name.
type RepresentedEdge Record

// Cursor reads cursor.
func (o *RepresentedEdge) Cursor() string { return (*Record)(o).cursor() }

// Title reads title.
func (o *RepresentedEdge) Title() *string { return optional[string]((*Record)(o).edge("title")) }

// Since reads since.
func (o *RepresentedEdge) Since() *string { return optional[string]((*Record)(o).edge("since")) }

// Until reads until.
func (o *RepresentedEdge) Until() *string { return optional[string]((*Record)(o).edge("until")) }

// Node reads node.
func (o *RepresentedEdge) Node(ctx context.Context) Party { return AsParty((*Record)(o).node(ctx)) }

// SearchConnection is the schema's type of that name.
type SearchConnection Record

// TotalCount reads totalCount.
func (o *SearchConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *SearchConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *SearchConnection) Edges(ctx context.Context) []*SearchEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *SearchEdge { return (*SearchEdge)(r) })
}

// SearchEdge is the schema's type of that name.
type SearchEdge Record

// Cursor reads cursor.
func (o *SearchEdge) Cursor() string { return (*Record)(o).cursor() }

// Score reads score.
func (o *SearchEdge) Score() float64 { return (*Record)(o).row.Score }

// Highlight reads highlight.
func (o *SearchEdge) Highlight() string { return (*Record)(o).highlight() }

// Node reads node.
func (o *SearchEdge) Node(ctx context.Context) Node { return AsNode((*Record)(o).node(ctx)) }

// Topic is the schema's type of that name.
type Topic Record

// ID reads id.
func (o *Topic) ID() string { return string((*Record)(o).row.ID) }

// Name reads name.
func (o *Topic) Name() string { return value[string]((*Record)(o).prop("name")) }

// Aliases reads aliases.
func (o *Topic) Aliases() []string { return strs((*Record)(o).prop("aliases")) }

// Meetings reads meetings.
func (o *Topic) Meetings(ctx context.Context) *MeetingConnection {
	return (*MeetingConnection)((*Record)(o).connection(ctx))
}

// Reports reads reports.
func (o *Topic) Reports(ctx context.Context) *ReportConnection {
	return (*ReportConnection)((*Record)(o).connection(ctx))
}

// Positions reads positions.
func (o *Topic) Positions(ctx context.Context) *PositionConnection {
	return (*PositionConnection)((*Record)(o).connection(ctx))
}

// Proposals reads proposals.
func (o *Topic) Proposals(ctx context.Context) *ProposalConnection {
	return (*ProposalConnection)((*Record)(o).connection(ctx))
}

// TopicConnection is the schema's type of that name.
type TopicConnection Record

// TotalCount reads totalCount.
func (o *TopicConnection) TotalCount() int64 { return (*Record)(o).result.Total }

// PageInfo reads pageInfo.
func (o *TopicConnection) PageInfo() *PageInfo { return (*Record)(o).pageInfo() }

// Edges reads edges.
func (o *TopicConnection) Edges(ctx context.Context) []*TopicEdge {
	return rows(ctx, (*Record)(o), func(r *Record) *TopicEdge { return (*TopicEdge)(r) })
}

// TopicCount is the schema's type of that name.
type TopicCount Record

// Count reads count.
func (o *TopicCount) Count() int64 { return (*Record)(o).bucket.Count }

// Node reads node.
func (o *TopicCount) Node(ctx context.Context) *Topic { return (*Topic)((*Record)(o).node(ctx)) }

// TopicEdge is the schema's type of that name.
type TopicEdge Record

// Cursor reads cursor.
func (o *TopicEdge) Cursor() string { return (*Record)(o).cursor() }

// Node reads node.
func (o *TopicEdge) Node(ctx context.Context) *Topic { return (*Topic)((*Record)(o).node(ctx)) }
