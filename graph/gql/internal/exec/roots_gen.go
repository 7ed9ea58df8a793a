// Code generated from schema/*.graphql by graph/gql/internal/generate; DO NOT EDIT.

package exec

import (
	"context"

	"parley/graph/gql/internal/model"
)

// Person answers person.
func (q query) Person(ctx context.Context) (*model.Person, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Person)(model.NewRecord(a)), nil
}

// Country answers country.
func (q query) Country(ctx context.Context) (*model.Country, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Country)(model.NewRecord(a)), nil
}

// Organization answers organization.
func (q query) Organization(ctx context.Context) (*model.Organization, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Organization)(model.NewRecord(a)), nil
}

// Actor answers actor.
func (q query) Actor(ctx context.Context) (model.Actor, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return model.AsActor(model.NewRecord(a)), nil
}

// Place answers place.
func (q query) Place(ctx context.Context) (*model.Place, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Place)(model.NewRecord(a)), nil
}

// Topic answers topic.
func (q query) Topic(ctx context.Context) (*model.Topic, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Topic)(model.NewRecord(a)), nil
}

// Proposal answers proposal.
func (q query) Proposal(ctx context.Context) (*model.Proposal, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Proposal)(model.NewRecord(a)), nil
}

// Meeting answers meeting.
func (q query) Meeting(ctx context.Context) (*model.Meeting, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Meeting)(model.NewRecord(a)), nil
}

// Report answers report.
func (q query) Report(ctx context.Context) (*model.Report, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Report)(model.NewRecord(a)), nil
}

// Position answers position.
func (q query) Position(ctx context.Context) (*model.Position, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Position)(model.NewRecord(a)), nil
}

// Passage answers passage.
func (q query) Passage(ctx context.Context) (*model.Passage, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Passage)(model.NewRecord(a)), nil
}

// Document answers document.
func (q query) Document(ctx context.Context) (*model.Document, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.Document)(model.NewRecord(a)), nil
}

// Node answers node.
func (q query) Node(ctx context.Context) (model.Node, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return model.AsNode(model.NewRecord(a)), nil
}

// People answers people.
func (q query) People(ctx context.Context) (*model.PersonConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.PersonConnection)(model.NewRecord(a)), nil
}

// Countries answers countries.
func (q query) Countries(ctx context.Context) (*model.CountryConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.CountryConnection)(model.NewRecord(a)), nil
}

// Organizations answers organizations.
func (q query) Organizations(ctx context.Context) (*model.OrganizationConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.OrganizationConnection)(model.NewRecord(a)), nil
}

// Actors answers actors.
func (q query) Actors(ctx context.Context) (*model.ActorConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.ActorConnection)(model.NewRecord(a)), nil
}

// Meetings answers meetings.
func (q query) Meetings(ctx context.Context) (*model.MeetingConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.MeetingConnection)(model.NewRecord(a)), nil
}

// Reports answers reports.
func (q query) Reports(ctx context.Context) (*model.ReportConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.ReportConnection)(model.NewRecord(a)), nil
}

// Places answers places.
func (q query) Places(ctx context.Context) (*model.PlaceConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.PlaceConnection)(model.NewRecord(a)), nil
}

// Topics answers topics.
func (q query) Topics(ctx context.Context) (*model.TopicConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.TopicConnection)(model.NewRecord(a)), nil
}

// Proposals answers proposals.
func (q query) Proposals(ctx context.Context) (*model.ProposalConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.ProposalConnection)(model.NewRecord(a)), nil
}

// Positions answers positions.
func (q query) Positions(ctx context.Context) (*model.PositionConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.PositionConnection)(model.NewRecord(a)), nil
}

// Documents answers documents.
func (q query) Documents(ctx context.Context) (*model.DocumentConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.DocumentConnection)(model.NewRecord(a)), nil
}

// WhoMet answers whoMet.
func (q query) WhoMet(ctx context.Context) (*model.MeetingConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.MeetingConnection)(model.NewRecord(a)), nil
}

// Path answers path.
func (q query) Path(ctx context.Context) (*model.Path, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return model.NewPath(a), nil
}

// Search answers search.
func (q query) Search(ctx context.Context) (*model.SearchConnection, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return (*model.SearchConnection)(model.NewRecord(a)), nil
}

// Info answers info.
func (q query) Info(ctx context.Context) (*model.Info, error) {
	a, err := q.find(ctx)
	if err != nil {
		return nil, err
	}
	return model.NewInfo(a.Info), nil
}
