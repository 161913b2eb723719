import { tabbed, type CodeSample } from './sample';

const [IMPORTS] = tabbed(`
    "context"
    "errors"
    "fmt"
    "log/slog"
    "time"
`);

export const go: CodeSample = {
  title: 'Go', languageId: 'go', extension: '.go',
  head: `package users\n\nimport (\n${IMPORTS}\n\t"github.com/acme/plusauth"\n)\n`,
  plainHead: `package shop\n\nimport (\n${IMPORTS})\n`,
  handlers: tabbed(
    `
    // Save«Noun»«index»: «remark»
    func (s *Service) Save«Noun»«index»(ctx context.Context, form «Noun»Form) (*User, error) {
        user, err := s.plusAuth.Users.Create(ctx, NewUser{«Noun»: form.«Noun», Email: form.Email})
        var failure *plusauth.Error
        if errors.As(err, &failure) {
            switch failure.Code {
            case "«first»":
                slog.Warn("«noun»", "«noun»", form.«Noun»)
            case "«second»":
                slog.Warn("«noun» again", "email", form.Email)
                return nil, nil
    «most»        default:
    «most»            return nil, err
            }
        } else if err != nil {
            return nil, fmt.Errorf("save «noun»: %w", err)
        }
        return user, nil
    }
    `,
  ),
  plain: tabbed(
    `
    // «Verb»«Noun»«index»: «remark»
    func (s *Service) «Verb»«Noun»«index»(ctx context.Context, tenant string, limit int) ([]«Noun», error) {
        found, err := s.repository.FindAll(ctx, tenant)
        if err != nil {
            return nil, fmt.Errorf("«verb» «noun» of %q: %w", tenant, err)
        }
        var kept []«Noun»
        for _, each := range found {
            if each.«Other» != nil && len(each.«Other») < limit {
                kept = append(kept, each)
            }
        }
        return kept, nil
    }
    `,
    `
    func count«Other»«index»(all []«Noun») map[string]int {
        counts := make(map[string]int, «number»)
        for _, «noun» := range all {
            // «remark»
            counts[«noun».Name]++
        }
        return counts
    }

    // «Noun»Limits«index» bounds what is read at once.
    type «Noun»Limits«index» struct {
        «Other» int           \`json:"«other»"\`
        Every   time.Duration \`json:"every"\`
    }
    `,
    `
    func «verb»«Other»«index»(ctx context.Context, queue <-chan «Noun», store Store) error {
        ticker := time.NewTicker(«number» * time.Millisecond)
        defer ticker.Stop()
        for {
            select {
            case <-ctx.Done():
                return ctx.Err()
            case next := <-queue:
                if err := store.«Verb»(ctx, next.ID); err != nil {
                    slog.Error("«noun» stays in the queue", "id", next.ID, "err", err)
                }
            }
        }
    }
    `,
  ),
  free: {},
  branch: /^\s*case "/,
  typed: 'if attempt < 3 { slog.Info("tried again", "err", err); return s.Retry(ctx, form, attempt+1) }; ',
};
