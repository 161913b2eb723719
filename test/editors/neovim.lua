-- Uses the server as a person in Neovim would: findings that are pushed, hover, completion and its resolution, a fix.
-- nvim --headless --clean -n FILE -c 'luafile neovim.lua'; writes one JSON object per step to standard output.
local function say(step) io.stdout:write(vim.json.encode(step) .. '\n') end

local ok, problem = pcall(function()
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({ name = 'plusauth-errors', cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' }, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(buffer, client)

  local function await(what, condition)
    assert(vim.wait(20000, condition, 20), 'waited in vain for ' .. what)
  end
  local function request(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
    local answer = answers and answers[client]
    assert(answer and not answer.err, method .. ' failed: ' .. vim.inspect(answers))
    return answer.result
  end
  local function position(line, text)
    local column = assert(vim.api.nvim_buf_get_lines(buffer, line, line + 1, true)[1]:find(text, 1, true), text)
    return { textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = line, character = column } }
  end
  local function found()
    return vim.tbl_map(function(d) return { line = d.lnum, message = d.message, code = d.user_data and d.user_data.lsp.code or d.code } end, vim.diagnostic.get(buffer))
  end

  await('findings', function() return #vim.diagnostic.get(buffer) > 0 end)
  local finding = vim.diagnostic.get(buffer)[1]
  say({ step = 'findings', found = found() })

  local label = finding.lnum + 1
  local hover = request('textDocument/hover', position(label, 'already_exists'))
  say({ step = 'hover', text = table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), '\n') })

  local list = request('textDocument/completion', position(label, 'already_exists'))
  local items = vim.lsp.util.extract_completion_items(list)
  say({ step = 'completion', labels = vim.tbl_map(function(item) return item.label end, items) })
  local resolved = request('completionItem/resolve', items[1])
  say({ step = 'resolve', documentation = type(resolved.documentation) == 'table' and resolved.documentation.value or resolved.documentation })

  local here = position(finding.lnum, 'switch')
  local actions = request('textDocument/codeAction', {
    textDocument = here.textDocument,
    range = { start = here.position, ['end'] = here.position },
    context = { diagnostics = { finding.user_data.lsp and vim.tbl_extend('force', { range = { start = here.position, ['end'] = here.position }, message = finding.message }, {}) } },
  })
  say({ step = 'actions', titles = vim.tbl_map(function(action) return action.title end, actions) })
  local preferred
  for _, action in ipairs(actions) do
    if action.isPreferred then preferred = action end
  end
  if not preferred.edit then preferred = request('codeAction/resolve', preferred) end
  vim.lsp.util.apply_workspace_edit(preferred.edit, vim.lsp.get_client_by_id(client).offset_encoding)
  await('the finding to go', function() return #vim.diagnostic.get(buffer) == 0 end)
  say({ step = 'fixed', text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') })
  vim.lsp.stop_client(client)
end)
if not ok then say({ step = 'failed', problem = tostring(problem) }) end
vim.cmd('qall!')
