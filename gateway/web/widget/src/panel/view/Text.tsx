import { blocks, type Piece } from '../blocks'

/** What somebody wrote, alone in its element, so that its own letters decide its direction. */
export const Text = ({ text }: { text: string }) => (
  <bdi dir="auto">
    {blocks(text).map((block) =>
      block.kind === 'list' ? (
        <ul>
          {block.items.map((item) => (
            <li>
              <Line pieces={item} />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Line pieces={block.pieces} />
        </p>
      ),
    )}
  </bdi>
)

const Line = ({ pieces }: { pieces: Piece[] }) => (
  <>
    {pieces.map(({ text, href }) =>
      href ? (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
          {text}
        </a>
      ) : (
        text
      ),
    )}
  </>
)
