;; Uses the server as a person in Emacs would, through Eglot: findings, hover, completion and its resolution, a fix.
;; emacs --batch -l emacs.el FILE; writes one JSON object per step to standard output.
(require 'eglot)
(require 'flymake)
(require 'json)

(defun say (step &rest facts)
  (princ (concat (json-encode (append (list :step step) facts)) "\n")))

(defun await (what condition)
  (with-timeout (20 (error "Waited in vain for %s" what))
    (while (not (funcall condition)) (accept-process-output nil 0.02))))

(condition-case problem
    (let ((eglot-sync-connect 20)
          (eglot-confirm-server-initiated-edits nil)
          (eglot-autoshutdown t)
          (make-backup-files nil))
      ;; As the documentation says, for one mode.
      (add-to-list 'eglot-server-programs `(js-mode . (,(getenv "NODE") ,(getenv "SERVER") "--stdio")))
      (find-file (pop command-line-args-left))
      (setq-local indent-tabs-mode nil)
      (apply #'eglot (eglot--guess-contact))
      (let ((server (eglot-current-server)))
        (flymake-mode 1)
        (await "findings" #'flymake-diagnostics)
        (say "findings" :found (vconcat (mapcar (lambda (d) (list :line (line-number-at-pos (flymake-diagnostic-beg d)) :message (flymake-diagnostic-text d))) (flymake-diagnostics))))

        (goto-char (point-min))
        (search-forward "'already_ex")
        (say "hover" :text (plist-get (plist-get (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)) :contents) :value))
        (let* ((answer (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams)))
               (items (if (vectorp answer) answer (plist-get answer :items))))
          (say "completion" :labels (vconcat (mapcar (lambda (item) (plist-get item :label)) items)))
          (let ((documentation (plist-get (jsonrpc-request server :completionItem/resolve (aref items 0)) :documentation)))
            (say "resolve" :documentation (if (stringp documentation) documentation (plist-get documentation :value)))))

        (search-backward "switch")
        (let* ((actions (eglot-code-actions (point) (point)))
               (action (car actions)))
          (say "actions" :titles (vconcat (mapcar (lambda (each) (plist-get each :title)) actions)))
          ;; Older versions choose and apply in one go, with a menu.
          (if (fboundp 'eglot-execute) (eglot-execute server action)
            (eglot--apply-workspace-edit (or (plist-get action :edit) (plist-get (jsonrpc-request server :codeAction/resolve action) :edit)))))
        ;; Saving sends what has changed; without it Emacs waits until nobody does anything.
        (save-buffer)
        (await "the finding to go" (lambda () (null (flymake-diagnostics))))
        (say "fixed" :text (buffer-substring-no-properties (point-min) (point-max)))))
  (error (say "failed" :problem (format "%S" problem))))
(set-buffer-modified-p nil)
(kill-emacs 0)
