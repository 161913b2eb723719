import { functions, type CodeSample } from './sample';

export const ruby: CodeSample = {
  title: 'Ruby', languageId: 'ruby', extension: '.rb',
  head: "# frozen_string_literal: true\n\nrequire 'logger'\nrequire 'plus_auth'\n\nLOG = Logger.new($stdout)\n",
  plainHead: "# frozen_string_literal: true\n\nrequire 'logger'\n\nLOG = Logger.new($stdout)\n",
  handlers: functions(
    `
    # «remark»
    def save_«noun»_«index»(plus_auth, form)
      plus_auth.users.create(«noun»: form[:«noun»], email: form[:email])
    rescue PlusAuth::Error => e
      case e.error
      when '«first»'
        LOG.warn("«noun»: #{form[:«noun»]}")
      when '«second»'
        LOG.warn("«noun» again: #{form[:email]}")
        nil
    «most»  else
    «most»    raise
      end
    end
    `,
    `
    def remove_«noun»_«index»(plus_auth, id)
      plus_auth.users.remove(id)
    rescue PlusAuth::Error => e
      if e.error == '«first»'
        LOG.info("«noun» #{id} is gone")
      elsif e.error == '«second»'
        LOG.warn("#{id} was not removed")
    «most»  else
    «most»    raise
      end
    end
    `,
  ),
  plain: functions(
    `
    # «remark»
    def «verb»_«noun»_«index»(tenant, limit: «number»)
      found = repository.find_all(tenant).select do |each|
        each.«other» && each.«other».size < limit
      end
      raise ArgumentError, "No «noun» for #{tenant}" if found.empty?

      found.first(limit).map { |each| each.merge(name: "«other»-#{each.id}") }
    end
    `,
    `
    def count_«other»_«index»(all)
      counts = Hash.new(0)
      all.each_with_index do |«noun», position|
        # «remark»
        counts[«noun».name] += 1
        break if counts.size > «number» || position > «number»
      end
      counts
    end
    `,
    `
    def «verb»_«other»_«index»(queue, store)
      attempts = 0
      until queue.empty? || attempts >= «number»
        attempts += 1
        following = queue.shift
        begin
          store.«verb»(following.id, seconds: «number»)
        rescue IOError => e
          LOG.error("«noun» #{following.id} stays in the queue: #{e.message}")
          queue << following
        end
      end
    end
    `,
    `
    def describe_«noun»_«index»(«noun», detailed: false)
      text =
        case «noun».state
        when :active then "active since #{«noun».since}"
        when :closed, :archived then 'closed'
        else «noun».state.to_s
        end
      detailed ? "#{text} (#{«noun».«other»})" : text
    end
    `,
  ),
  free: {},
  type: { open: '# Service «index» of the «noun»s.\nclass «Noun»Service«index»\n  attr_reader :repository\n', close: 'end', indent: '  ', words: {} },
  oneClass: true,
  branch: /^\s*when '/,
  typed: "LOG.info(\"tried again: #{e.message}\") && retry_with(form, attempt + 1) if attempt < 3; ",
};
