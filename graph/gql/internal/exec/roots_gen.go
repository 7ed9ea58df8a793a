// Code generated from schema/*.graphql by graph/gql/internal/generate; DO NOT EDIT.

package exec

import (
	"context"

	"parley/graph/gql/internal/plan"
)

// Person answers person.
func (q query) Person(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Country answers country.
func (q query) Country(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Organization answers organization.
func (q query) Organization(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Actor answers actor.
func (q query) Actor(ctx context.Context) (plan.Abstract, error) { return q.abstract(ctx) }

// Place answers place.
func (q query) Place(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Topic answers topic.
func (q query) Topic(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Proposal answers proposal.
func (q query) Proposal(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Meeting answers meeting.
func (q query) Meeting(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Report answers report.
func (q query) Report(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Position answers position.
func (q query) Position(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Passage answers passage.
func (q query) Passage(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Document answers document.
func (q query) Document(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Node answers node.
func (q query) Node(ctx context.Context) (plan.Abstract, error) { return q.abstract(ctx) }

// People answers people.
func (q query) People(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Countries answers countries.
func (q query) Countries(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Organizations answers organizations.
func (q query) Organizations(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Actors answers actors.
func (q query) Actors(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Meetings answers meetings.
func (q query) Meetings(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Reports answers reports.
func (q query) Reports(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Places answers places.
func (q query) Places(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Topics answers topics.
func (q query) Topics(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Proposals answers proposals.
func (q query) Proposals(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Positions answers positions.
func (q query) Positions(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Documents answers documents.
func (q query) Documents(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// WhoMet answers whoMet.
func (q query) WhoMet(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Path answers path.
func (q query) Path(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Search answers search.
func (q query) Search(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Judgments answers judgments.
func (q query) Judgments(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }

// Info answers info.
func (q query) Info(ctx context.Context) (*plan.Answer, error) { return q.find(ctx) }
