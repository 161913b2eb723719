import { typesLike, type SyntaxNode } from '../../syntax/node';

const saysNothing = typesLike(/^(?:comment|php_tag|php_end_tag|text|.*_modifier|attribute_list|attribute_group|base_clause|class_interface_clause|(?:named|optional|primitive|union|intersection|disjunctive_normal_form|cast|bottom)_type|type_list|empty_statement|namespace_name|use_declaration|variadic_placeholder|formal_parameters|anonymous_function_use_clause|heredoc_start|heredoc_end|\W+)$/);

/** What says nothing about values: comments, types, modifiers, and the marks of templates. */
export const isSkipped = (n: SyntaxNode): boolean => saysNothing(n.type) || (n.type === 'function' && n.field === 'type');

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f', e: '\x1b', 0: '\0' };

/** The value of a constant as it is written; between single quotes only the quote and the backslash are escaped. */
export function constantText(raw: string, double: boolean): string {
  if (!raw.includes('\\')) return raw;
  if (!double) return raw.replace(/\\([\\'])/g, '$1');
  return raw.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{1,2})|([\\$"ntrvfe0]))/g, (_, point?: string, byte?: string, one?: string) => {
    const hex = point ?? byte;
    if (hex === undefined) return ESCAPES[one ?? ''] ?? one ?? '';
    const code = parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
